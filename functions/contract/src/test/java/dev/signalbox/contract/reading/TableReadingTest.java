package dev.signalbox.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableReadingTest {
    private static final ColumnReading MASS = ColumnReading.of(
                    "Mass", new ValueReading(ColumnType.TEXT, false, DateOrder.UNAMBIGUOUS))
            .renamed("mass", true)
            .repaired(new ColumnRepair.Parsed(new ValueReading(ColumnType.NUMBER, true, DateOrder.UNAMBIGUOUS)))
            .repaired(new ColumnRepair.Clipped(0, 9_000))
            .repaired(new ColumnRepair.Mapped(new TreeMap<>(Map.of("0.0", "")), ColumnType.NUMBER));

    @Test
    void givesBackWhatWasWritten() throws Exception {
        TableReading reading = new TableReading(List.of(MASS), List.of("leak"));

        assertThat(ContractJson.STRICT.readValue(ContractJson.LENIENT.writeValueAsBytes(reading), TableReading.class))
                .isEqualTo(reading);
    }

    @Test
    void knowsTheTypeAfterTheLastRepair() {
        assertThat(MASS.type()).isEqualTo(ColumnType.NUMBER);
        assertThat(ColumnReading.of("day", ValueReading.of(ColumnType.DATE)).type())
                .isEqualTo(ColumnType.DATE);
    }

    @Test
    void keepsTheNamesThatRawRowsMayUse() {
        assertThat(MASS.rawNames()).containsExactly("Mass", "mass");
        assertThat(MASS.renamed("weight", false).rawNames()).containsExactly("Mass", "mass");
    }
}
