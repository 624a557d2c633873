package dev.signalbox.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityColumnTest {
    @ParameterizedTest
    @CsvSource({
        "patient_id, 100, 800, CERTAIN",
        "customerId, 300, 900, CERTAIN",
        "Patient ID, 20, 4000, CERTAIN",
        "store_id, 20, 4000, POSSIBLE",
        "customer_age, 70, 900, NONE",
        "city, 100, 800, NONE",
        "patient_id, 800, 800, NONE",
        "patient_id, 5, 800, NONE"
    })
    void tellsAnEntityByItsNameAndItsRepeats(String name, int groups, int rows, EntityColumn expected) {
        assertThat(EntityColumn.of(name, List.of(), groups, rows, rows / groups))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"P, CERTAIN", "unit-, CERTAIN", "'', NONE"})
    void tellsAnEntityByCodes(String prefix, EntityColumn expected) {
        List<String> codes = IntStream.range(0, 100).mapToObj(i -> prefix + i).toList();

        assertThat(EntityColumn.of("who", codes, 100, 800, 8)).isEqualTo(expected);
    }
}
