package dev.signalbox.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.ColumnRepair;
import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.contract.reading.ValueReading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReaderTest {
    private static final CellValue MISSING = CellValue.Absent.MISSING;
    private static final CellValue UNREADABLE = CellValue.Absent.UNREADABLE;

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {"1=1", " 2.5 =2.5", "-1e3=-1000", "+7=7", ".5=0.5", "1,234=1234", "1,234.50=1234.5", "007=7"})
    void readsNumbersByTheDot(String text, double value) {
        assertThat(reader(ColumnType.NUMBER).read(text, false)).isEqualTo(new CellValue.Real(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {"1=1", "2,5=2.5", "1.234=1234", "1.234,5=1234.5", "1,234=1.234"})
    void readsNumbersByTheCommaAsTheColumnHasThem(String text, double value) {
        assertThat(comma().read(text, false)).isEqualTo(new CellValue.Real(value));
    }

    @Test
    void aTypedNumberIsNeverReadAsPeopleWriteIt() {
        assertThat(comma().read("1.234", true)).isEqualTo(new CellValue.Real(1.234));
    }

    @Test
    void guessesNoDecimalSign() {
        assertThat(comma().read("1.5", false)).isEqualTo(UNREADABLE);
        assertThat(reader(ColumnType.NUMBER).read("1,5", false)).isEqualTo(UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "N/A", "null", "NaN", "?", "-", " na "})
    void readsMarksOfMissingValues(String text) {
        assertThat(reader(ColumnType.NUMBER).read(text, false)).isEqualTo(MISSING);
        assertThat(reader(ColumnType.DATE).read(text, false)).isEqualTo(MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1d", "0x1p3", "12 34", "1,23,4", "--1", "1e", "5 kg", "12%", "inf", "1e999"})
    void tellsWhatIsNoNumber(String text) {
        assertThat(reader(ColumnType.NUMBER).read(text, false)).isEqualTo(UNREADABLE);
    }

    @Test
    void takesAFractionAmongWholeNumbers() {
        assertThat(reader(ColumnType.INTEGER).read("3", false)).isEqualTo(new CellValue.Whole(3));
        assertThat(reader(ColumnType.INTEGER).read("3.0", true)).isEqualTo(new CellValue.Whole(3));
        assertThat(reader(ColumnType.INTEGER).read("3.5", false)).isEqualTo(new CellValue.Real(3.5));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "False,false", "T,true", "no,false", "1,true", "0.0,false"})
    void readsTruths(String text, boolean value) {
        assertThat(reader(ColumnType.BOOLEAN).read(text, false)).isEqualTo(new CellValue.Truth(value));
    }

    @Test
    void readsDaysInTheOrderOfTheColumn() {
        assertThat(day(DateOrder.DAY_FIRST, "02/03/2024")).isEqualTo(LocalDate.of(2024, 3, 2));
        assertThat(day(DateOrder.MONTH_FIRST, "02/03/2024")).isEqualTo(LocalDate.of(2024, 2, 3));
        assertThat(dates(DateOrder.UNAMBIGUOUS).read("02/03/2024", false)).isEqualTo(UNREADABLE);
    }

    @Test
    void readsTheYearFirstInAnyOrderAndOthersWhereOnlyOneIsADate() {
        assertThat(day(DateOrder.DAY_FIRST, "2024-03-02")).isEqualTo(LocalDate.of(2024, 3, 2));
        assertThat(day(DateOrder.UNAMBIGUOUS, "25.12.2024")).isEqualTo(LocalDate.of(2024, 12, 25));
        assertThat(day(DateOrder.UNAMBIGUOUS, "12/25/2024")).isEqualTo(LocalDate.of(2024, 12, 25));
        assertThat(day(DateOrder.UNAMBIGUOUS, "03.03.2024")).isEqualTo(LocalDate.of(2024, 3, 3));
        assertThat(dates(DateOrder.DAY_FIRST).read("12/25/2024", false)).isEqualTo(UNREADABLE);
    }

    @Test
    void cutsTheTimeOffADay() {
        assertThat(day(DateOrder.UNAMBIGUOUS, "1969-12-31T23:59:59Z")).isEqualTo(LocalDate.of(1969, 12, 31));
        assertThat(reader(ColumnType.TIMESTAMP)
                        .read("1969-12-31T23:59:59.5Z", false)
                        .number())
                .isEqualTo(-0.5);
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(reader(ColumnType.TEXT).read(" -", false)).isEqualTo(new CellValue.Label(" -"));
        assertThat(reader(ColumnType.TEXT).read("N/A", false)).isEqualTo(MISSING);
        assertThat(reader(ColumnType.TEXT).read("N/A", true)).isEqualTo(new CellValue.Label("N/A"));
    }

    @Test
    void repeatsRepairsInTheirOrder() {
        CellReader reader = new CellReader(
                ValueReading.of(ColumnType.INTEGER),
                List.of(
                        new ColumnRepair.Clipped(0, 90),
                        mapped(ColumnType.TEXT, "90", "many 1,5"),
                        mapped(ColumnType.TEXT, "many 1,5", "1,5"),
                        new ColumnRepair.Parsed(new ValueReading(ColumnType.NUMBER, true, DateOrder.UNAMBIGUOUS))));

        assertThat(reader.read("95", false)).isEqualTo(new CellValue.Real(1.5));
        assertThat(reader.read("7", false)).isEqualTo(new CellValue.Real(7));
        assertThat(reader.read("-7", false)).isEqualTo(new CellValue.Real(0));
        assertThat(reader.read("", false)).isEqualTo(MISSING);
        assertThat(reader.read("x", false)).isEqualTo(UNREADABLE);
    }

    @Test
    void aParsedValueThatIsNoneIsMissingAndNotAReasonAgainstTheRow() {
        CellReader reader = new CellReader(
                ValueReading.of(ColumnType.TEXT),
                List.of(new ColumnRepair.Parsed(new ValueReading(ColumnType.DATE, false, DateOrder.DAY_FIRST))));

        assertThat(reader.read("31.12.2020", false))
                .isEqualTo(new CellValue.Day(LocalDate.of(2020, 12, 31).toEpochDay()));
        assertThat(reader.read("2020-12-31", false))
                .as("the column's texts have the day first, so this was missing in training")
                .isEqualTo(MISSING);
        assertThat(reader.read("soon", false)).isEqualTo(MISSING);
    }

    @Test
    void mapsTypedValuesByTheTextThatTheDatabaseGivesThem() {
        CellReader reader = new CellReader(
                ValueReading.of(ColumnType.NUMBER), List.of(mapped(ColumnType.NUMBER, "1.5", "2.5", "99.0", "")));

        assertThat(reader.read("1.50", false)).isEqualTo(new CellValue.Real(2.5));
        assertThat(reader.read("99", false)).isEqualTo(MISSING);
        assertThat(reader.read("1.25", false)).isEqualTo(new CellValue.Real(1.25));
    }

    private static CellReader reader(ColumnType type) {
        return new CellReader(ColumnReading.of("c", ValueReading.of(type)));
    }

    private static CellReader comma() {
        return new CellReader(ColumnReading.of("c", new ValueReading(ColumnType.NUMBER, true, DateOrder.UNAMBIGUOUS)));
    }

    private static CellReader dates(DateOrder order) {
        return new CellReader(ColumnReading.of("c", new ValueReading(ColumnType.DATE, false, order)));
    }

    private static LocalDate day(DateOrder order, String text) {
        return LocalDate.ofEpochDay(((CellValue.Day) dates(order).read(text, false)).epochDay());
    }

    private static ColumnRepair mapped(ColumnType as, String... pairs) {
        TreeMap<String, String> labels = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.putAll(Map.of(pairs[i], pairs[i + 1]));
        }
        return new ColumnRepair.Mapped(labels, as);
    }
}
