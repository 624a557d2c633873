package dev.signalbox.model.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.failure.InvalidInput;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PredictionsFileTest {
    @Property(tries = 50)
    void readsBackBitForBit(@ForAll @IntRange(min = 1, max = 9) int width, @ForAll double[] numbers) {
        double[] values = Arrays.copyOf(numbers, numbers.length / width * width);
        Predictions read = PredictionsFile.read(PredictionsFile.write(new Predictions(width, values)));
        assertThat(read.width()).isEqualTo(width);
        assertThat(Arrays.stream(read.values()).mapToObj(Double::doubleToRawLongBits))
                .containsExactlyElementsOf(Arrays.stream(values)
                        .mapToObj(Double::doubleToRawLongBits)
                        .toList());
    }

    @Test
    void refusesDamage() {
        byte[] file = PredictionsFile.write(new Predictions(2, new double[] {0.25, 0.75}));
        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> PredictionsFile.read(changed)).isInstanceOf(InvalidInput.class);
            byte[] cut = Arrays.copyOf(file, at);
            assertThatThrownBy(() -> PredictionsFile.read(cut)).isInstanceOf(InvalidInput.class);
        }
    }
}
