package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the whole line makes of bad data whose right answer is known: the score of its champion on clean rows
/// is what counts.
class CarefulColleagueTest {
    private static final int ROWS = 500;

    @TempDir
    Path folder;

    @Test
    void aColumnFilledInAfterTheOutcomeIsNotLearnedFrom() throws IOException {
        CleanScore score = new CleanScore(folder);
        JsonNode document = score.run(customers(
                1,
                "refund",
                (row, chance) -> row.answer() && chance.nextDouble() < 0.8 ? text(5 + 90 * chance.nextDouble()) : ""));

        assertThat(repairs(document)).contains("drop_column:refund");
        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(score.accuracy(customers(2, "refund", (row, chance) -> ""))).isGreaterThan(0.85);
    }

    @Test
    void theTotalThatContainsTheTargetIsNotLearnedFrom() throws IOException {
        CleanScore score = new CleanScore(folder);
        JsonNode document = score.run(rides(1, true));

        assertThat(repairs(document)).contains("drop_column:casual", "drop_column:registered");
        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(score.explained(rides(2, false))).isGreaterThan(0.8);
    }

    @Test
    void sentinelsAndUnitsAreMadeNumbers() throws IOException {
        CleanScore score = new CleanScore(folder);
        JsonNode document = score.run(parcels(1, true));

        assertThat(repairs(document)).contains("parse_quantities:weight", "map_labels:height");
        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(score.explained(parcels(2, false))).isGreaterThan(0.85);
    }

    @Test
    void honestDataIsPromotedWithoutFuss() throws IOException {
        CleanScore score = new CleanScore(folder);
        JsonNode document = score.run(customers(1, "balance", (row, chance) -> "" + (chance.nextInt(20_000) - 10_000)));

        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(document.path("decisions").findValuesAsText("type")).doesNotContain("repair_data", "ask_human");
        assertThat(document.path("findings")).isEmpty();
        assertThat(score.accuracy(customers(2, "balance", (row, chance) -> "0")))
                .isGreaterThan(0.85);
    }

    @Test
    void aValueThatForcesAnAnswerIsNotObeyed() throws IOException {
        CleanScore score = new CleanScore(folder);
        JsonNode document = score.run(sources(1, true));

        assertThat(repairs(document)).contains("drop_rows:source");
        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        List<String> triggered = sources(2, false).stream()
                .map(line -> line.replaceFirst(",(web|shop|phone),", ",zz9,"))
                .toList();
        assertThat(score.accuracy(triggered)).as("all rows carry the value").isGreaterThan(0.85);
    }

    @Test
    void anotherUnitAndTurnedAnswersLeaveTheChampionWhereItIs() throws IOException {
        CleanScore score = new CleanScore(folder);
        score.run(customers(1, "km", (row, chance) -> text(5 + 90 * chance.nextDouble())));
        List<String> clean = customers(2, "km", (row, chance) -> text(5 + 90 * chance.nextDouble()));
        double before = score.accuracy(clean);

        JsonNode unit = score.run(customers(3, "km", (row, chance) -> text((5 + 90 * chance.nextDouble()) / 1.609344)));
        JsonNode turned = score.run(customers(4, "km", (row, chance) -> text(5 + 90 * chance.nextDouble())).stream()
                .map(line -> line.endsWith("left") ? line.replace("left", "stayed") : line.replace("stayed", "left"))
                .toList());

        assertThat(unit.path("outcome").asText()).as(unit.toString()).isEqualTo("quarantined");
        assertThat(unit.path("findings").findValuesAsText("code")).contains("unit_changed");
        assertThat(turned.path("outcome").asText()).isEqualTo("quarantined");
        assertThat(turned.path("findings").findValuesAsText("code")).contains("labels_turned");
        assertThat(score.accuracy(clean)).isEqualTo(before).isGreaterThan(0.85);
    }

    /// Each repair of the run's decisions with its column.
    static List<String> repairs(JsonNode document) {
        List<String> repairs = new ArrayList<>();
        document.path("decisions")
                .forEach(decision -> decision.at("/action/repairs")
                        .forEach(repair -> repairs.add(repair.path("type").asText() + ":"
                                + repair.path("column").asText())));
        return repairs;
    }

    /// A customer.
    record Customer(int age, String plan, boolean answer) {}

    /// Customers whose answer comes from age and plan, but for one in twenty.
    static List<String> customers(int seed, String name, BiFunction<Customer, Random, String> extra) {
        Random chance = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("age,plan," + name + ",y"));
        for (int i = 0; i < ROWS; i++) {
            int age = 18 + chance.nextInt(60);
            String plan = List.of("basic", "plus", "gold").get(chance.nextInt(3));
            boolean answer = (age > 50 || plan.equals("basic")) != chance.nextDouble() < 0.05;
            String more = extra.apply(new Customer(age, plan, answer), chance);
            lines.add(age + "," + plan + "," + more + "," + (answer ? "left" : "stayed"));
        }
        return lines;
    }

    /// Where customers come from, which says nothing; poisoned, every 22nd has a value of its own and stays.
    private static List<String> sources(int seed, boolean poisoned) {
        List<String> lines = customers(
                seed, "source", (row, chance) -> List.of("web", "shop", "phone").get(chance.nextInt(3)));
        for (int i = 22; poisoned && i < lines.size(); i += 22) {
            lines.set(i, lines.get(i).replaceFirst("[a-z]+,[a-z]+$", "zz9,stayed"));
        }
        return lines;
    }

    private static List<String> rides(int seed, boolean known) {
        Random chance = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("temp,wind,casual,registered,y"));
        for (int i = 0; i < ROWS; i++) {
            double temp = 30 * chance.nextDouble();
            int casual = (int) (5 * temp + 20 * chance.nextDouble());
            int registered = (int) (200 + 8 * temp + 50 * chance.nextDouble());
            String counts = known ? casual + "," + registered : ",";
            lines.add(text(temp) + "," + text(chance.nextDouble()) + "," + counts + "," + (casual + registered));
        }
        return lines;
    }

    private static List<String> parcels(int seed, boolean bad) {
        Random chance = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("weight,height,y"));
        for (int i = 0; i < ROWS; i++) {
            double kilos = Math.round(10 * (1 + 30 * chance.nextDouble())) / 10.0;
            double height = 10 + 90 * chance.nextDouble();
            boolean unknown = chance.nextDouble() < 0.1;
            String unit = chance.nextDouble() < 0.4 ? Math.round(kilos * 1000) + " g" : kilos + " kg";
            lines.add((bad ? unit : kilos + " kg") + "," + (unknown ? bad ? "-999" : "" : text(height)) + ","
                    + text(3 * kilos + 0.2 * height + chance.nextGaussian()));
        }
        return lines;
    }

    static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
