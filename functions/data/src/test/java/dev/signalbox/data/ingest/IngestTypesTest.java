package dev.signalbox.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTypesTest {
    @TempDir
    Path folder;

    private IngestFixture ingest;

    @BeforeEach
    void open() {
        ingest = new IngestFixture(folder);
    }

    /// One column of values beside a column that is always there.
    private Ingested column(String... values) {
        StringBuilder text = new StringBuilder("k|v\n");
        for (String value : values) {
            text.append("x|").append(value).append('\n');
        }
        return ingest.csv(text.toString());
    }

    private void isTyped(Ingested found, String type, String... values) {
        assertThat(found.columns().get(1)).isEqualTo("v:" + type);
        assertThat(found.column(1)).containsExactly(values);
    }

    @Test
    void readsWholeNumbers() {
        isTyped(column("1", "-2", "+3", " 4 ", ""), "BIGINT", "1", "-2", "3", "4", "null");
        isTyped(column("9223372036854775807", "0"), "BIGINT", "9223372036854775807", "0");
    }

    @Test
    void readsRealNumbers() {
        isTyped(column("1", "2.5", "-1e3", ".5", "7."), "DOUBLE", "1.0", "2.5", "-1000.0", "0.5", "7.0");
    }

    @Test
    void keepsLeadingZerosAndHugeNumbersAsText() {
        isTyped(column("00501", "10001", "90210"), "VARCHAR", "00501", "10001", "90210");
        isTyped(column("12345678901234567890123", "1"), "VARCHAR", "12345678901234567890123", "1");
    }

    @Test
    void readsDecimalCommasAndGroups() {
        Ingested commas = ingest.csv("k;v\nx;1,5\ny;1.234,25\nz;-7\n");
        isTyped(commas, "DOUBLE", "1.5", "1234.25", "-7.0");
        assertThat(commas.result().format()).contains("decimal comma");
        isTyped(column("1,234.5", "1,234,567", "12"), "DOUBLE", "1234.5", "1234567.0", "12.0");
        isTyped(ingest.csv("k,v\nx,\"1,234\"\ny,\"5,678\"\n"), "DOUBLE", "1234.0", "5678.0");
        isTyped(ingest.csv("k;v\nx;1,234\ny;5,678\n"), "DOUBLE", "1.234", "5.678");
    }

    @Test
    void knowsTheSpellingsOfMissing() {
        isTyped(
                column("NA", "N/A", "n/a", "null", "NULL", "NaN", "nan", "?", "-", "#N/A", "<NA>", "nA", "  ", "1"),
                "BIGINT",
                "null null null null null null null null null null null null null 1".split(" "));
        isTyped(column("NA", "x", "?"), "VARCHAR", "null", "x", "null");
    }

    @Test
    void keepsADashThatIsALabel() {
        isTyped(column("+", "-", "+", "-"), "VARCHAR", "+", "-", "+", "-");
    }

    @Test
    void readsBooleansButNoOtherPairOfWords() {
        isTyped(column("true", "False", "TRUE", "NA"), "BOOLEAN", "true", "false", "true", "null");
        isTyped(column("yes", "no"), "VARCHAR", "yes", "no");
        isTyped(column("true", "false", "unknown"), "VARCHAR", "true", "false", "unknown");
        isTyped(column("0", "1"), "BIGINT", "0", "1");
    }

    @Test
    void readsDaysInTheOrderThatFitsAll() {
        isTyped(column("2020-02-29", "2021-01-01"), "DATE", "2020-02-29", "2021-01-01");
        isTyped(column("31/12/2020", "01/02/2020"), "DATE", "2020-12-31", "2020-02-01");
        isTyped(column("12/31/2020", "01/02/2020"), "DATE", "2020-12-31", "2020-01-02");
        isTyped(column("1.2.2020", "3.4.2020"), "DATE", "2020-02-01", "2020-04-03");
        Ingested ambiguous = column("01/02/2020", "03/04/2020");
        isTyped(ambiguous, "DATE", "2020-01-02", "2020-03-04");
        assertThat(ambiguous.result().format()).contains("days of 'v' could be read either way, taken month first");
    }

    @Test
    void aDayThatIsNoneMakesText() {
        isTyped(column("2020-02-30", "2020-01-01"), "VARCHAR", "2020-02-30", "2020-01-01");
    }

    @Test
    void readsPointsInTimeInUtc() {
        isTyped(
                column("2020-01-01T10:00:00Z", "2020-01-01 10:00", "2020-01-01T10:00:00.25+02:00", "2020-01-02"),
                "TIMESTAMP",
                "2020-01-01 10:00:00.0",
                "2020-01-01 10:00:00.0",
                "2020-01-01 08:00:00.25",
                "2020-01-02 00:00:00.0");
    }

    @Test
    void aColumnOfNothingIsText() {
        isTyped(column("", "NA"), "VARCHAR", "null", "null");
    }

    @Test
    void nineInTenNumbersMakeANumberAndARejectFewerMakeText() {
        String[] mostly = "1 2 3 4 5 6 7 8 9 x".split(" ");
        Ingested number = column(mostly);
        assertThat(number.columns().get(1)).isEqualTo("v:BIGINT");
        assertThat(number.rejects()).containsExactly("data.csv:11 column 'v' holds 'x'; expected a whole number <x|x>");
        assertThat(number.counts()).containsExactly(10L, 9L, 1L);
        Ingested text = column("1 2 3 4 5 6 7 8 x y".split(" "));
        assertThat(text.columns().get(1)).isEqualTo("v:VARCHAR");
        assertThat(text.counts()).containsExactly(10L, 10L, 0L);
    }

    @Test
    void aTypeDoesNotRelyOnTheFirstRows() {
        StringBuilder late = new StringBuilder("k,v\n");
        for (int i = 0; i < 30_000; i++) {
            late.append("x,").append(i < 20_000 ? "" : i / 4.0).append('\n');
        }
        Ingested found = ingest.csv(late.toString());
        assertThat(found.columns()).isEqualTo(List.of("k:VARCHAR", "v:DOUBLE"));
        assertThat(found.column(1).get(29_999)).isEqualTo("7499.75");
    }

    @Test
    void infinityIsNoNumberToLearnFrom() {
        assertThat(column("1.5 2.5 3.5 4.5 5.5 6.5 7.5 8.5 9.5 1e999".split(" "))
                        .rejects())
                .containsExactly("data.csv:11 column 'v' holds '1e999'; expected a number <x|1e999>");
    }
}
