"""Writes the data of examples/bad again, the same to the last byte: python3 examples/bad/make.py"""

import csv
import random
from pathlib import Path

HERE = Path(__file__).parent


def write(name, header, rows):
    with open(HERE / name / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def after_the_outcome():
    """Whether a customer leaves: the date of the final bill is known for those alone who have left."""
    chance = random.Random(1)
    for i in range(800):
        age, plan, calls = chance.randint(18, 80), chance.choice(["basic", "plus", "gold"]), chance.randint(0, 9)
        left = (0.02 * age + 0.25 * calls + (plan == "basic") + 0.6 * chance.gauss(0, 1)) > 2.8
        billed = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield [age, plan, calls, billed if left and chance.random() < 0.9 else "", "left" if left else "stayed"]


def parts_of_the_sum():
    """How many bicycles are lent: casual and registered riders are counted on the same evening."""
    chance = random.Random(2)
    for i in range(800):
        temperature, wind, holiday = chance.uniform(-5, 32), chance.uniform(0, 40), chance.random() < 0.3
        casual = max(0, round(3 * temperature + 60 * holiday - wind + chance.gauss(20, 15)))
        registered = max(0, round(9 * temperature - 80 * holiday - 2 * wind + chance.gauss(250, 25)))
        yield [round(temperature, 1), round(wind, 1), int(holiday), casual, registered, casual + registered]


def units_and_sentinels():
    """What a parcel costs: two scales write the weight, and a lost height is -999."""
    chance = random.Random(3)
    for i in range(800):
        kilos, height = round(chance.uniform(0.5, 30), 1), round(chance.uniform(5, 120), 1)
        weight = f"{round(kilos * 1000)} g" if chance.random() < 0.4 else f"{kilos} kg"
        speed = chance.choice(["express", "Express ", "standard", "standard"])
        price = 3 + 0.9 * kilos + 0.05 * height + 6 * speed.startswith(("e", "E")) + chance.gauss(0, 0.8)
        yield [weight, -999 if chance.random() < 0.1 else height, speed, round(max(1, price), 2)]


write("after-the-outcome", ["age", "plan", "calls", "final_bill", "status"], after_the_outcome())
write("parts-of-the-sum", ["temperature", "wind", "holiday", "casual", "registered", "rides"], parts_of_the_sum())
write("units-and-sentinels", ["weight", "height", "speed", "price"], units_and_sentinels())
