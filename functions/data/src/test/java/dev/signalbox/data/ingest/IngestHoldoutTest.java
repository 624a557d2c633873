package dev.signalbox.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestHoldoutTest {
    @TempDir
    Path folder;

    private IngestFixture ingest;

    @BeforeEach
    void open() {
        ingest = new IngestFixture(folder);
    }

    private static Table holdout(Ingested found) {
        return Table.of(Objects.requireNonNull(found.result().holdout()).table());
    }

    @Test
    void readsAHoldoutByTheDatasetsColumnsAndTypes() {
        Ingested found = ingest.withHoldout(
                "id,code,size,day\n1,a,1.5,2020-01-31\n2,b,2.5,2020-02-01\n",
                "more;DAY;size;code;id\nx;31.01.2021;3,5;7;3.0\ny;01.02.2021;-;8;4\n");
        assertThat(holdout(found).columns()).isEqualTo(found.columns());
        assertThat(holdout(found).rows())
                .containsExactly(List.of("3", "7", "3.5", "2021-01-31"), List.of("4", "8", "null", "2021-02-01"));
    }

    @Test
    void setsBadRowsOfTheHoldoutAsideUnderItsName() {
        Ingested found = ingest.withHoldout("a,b\n1,x\n2,y\n", "a,b\n1.5,x\n3,y\nz,y\n4\n");
        assertThat(holdout(found).rows()).containsExactly(List.of("3", "y"));
        assertThat(found.rejects())
                .containsExactly(
                        "holdout.csv:2 column 'a' holds '1.5'; expected a whole number <1.5,x>",
                        "holdout.csv:4 column 'a' holds 'z'; expected a whole number <z,y>",
                        "holdout.csv:5 1 field; expected 2 <4>");
        assertThat(found.counts()).containsExactly(2L, 2L, 0L);
        assertThat(found.result().holdout().rejectedRows()).isEqualTo(3);
    }

    @Test
    void saysWhatAHoldoutShouldHoldWhenNoneOfItsRowsDoes() {
        assertThatThrownBy(() -> ingest.withHoldout("a,b\n1,x\n2,y\n", "a,b\nlong,x\nshort,y\n"))
                .isInstanceOf(DataQuality.class)
                .hasMessageContaining("None of the 2 rows of holdout.csv could be read")
                .hasMessageContaining("whose columns hold what the data's");
    }

    @Test
    void namesAMissingColumnAndTheNearest() {
        assertThatThrownBy(() -> ingest.withHoldout("price,rooms\n1,2\n3,4\n", "prize,rooms\n1,2\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "The holdout holdout.csv has no column 'price'; the nearest that it has is 'prize'.")
                .hasMessageContaining("it has prize, rooms");
        assertThatThrownBy(() -> ingest.withHoldout("price,rooms\n1,2\n3,4\n", "size,rooms\n1,2\n"))
                .hasMessageContaining("has no column 'price'.");
    }

    @Test
    void readsAParquetHoldout() {
        Path source = ingest.write("d.csv", "a,b\n1,2020-01-01\n2,2020-01-02\n".getBytes(StandardCharsets.UTF_8));
        Path file = Table.write(
                folder.resolve("h.parquet"), "FROM (VALUES (1.0, '2020-03-01'), (1.5, NULL), (3.0, 'x')) t(a, b)");
        Ingested found = ingest.open(source, file, null);
        assertThat(holdout(found).rows()).containsExactly(List.of("1", "2020-03-01"));
        assertThat(found.rejects()).hasSize(2);
        assertThat(found.rejects().getFirst())
                .startsWith("h.parquet:2 column 'a' holds '1.5'; expected a whole number");
        assertThat(found.rejects().getLast()).startsWith("h.parquet:3 column 'b' holds 'x'; expected a day");
    }

    @Test
    void aSampleIsTheSameEachTimeAndLeavesTheHoldoutWhole() {
        StringBuilder text = new StringBuilder("n,y\n");
        for (int i = 0; i < 2_000; i++) {
            text.append(i).append(",1\n");
        }
        RetryChanges quarter = new RetryChanges(0.25, 0, false);
        Path source = ingest.write("d.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        Ingested first = ingest.open(source, source, quarter);
        Ingested second = ingest.open(source, source, quarter);
        assertThat(first.result().dataset()).isEqualTo(second.result().dataset());
        assertThat(first.result().rows().out()).isBetween(430L, 570L);
        assertThat(holdout(first).rows()).hasSize(2_000);
        assertThat(first.result().format()).contains("a sample of 0.25 of the rows");
    }

    @Test
    void theLenientParserReadsEverythingAsText() {
        Ingested found = ingest.changed("a,b\n1,x\n007,2020-01-01\nbad,?\n", new RetryChanges(1, 1, true));
        assertThat(found.columns()).containsExactly("a:VARCHAR", "b:VARCHAR");
        assertThat(found.table().rows())
                .containsExactly(List.of("1", "x"), List.of("007", "2020-01-01"), List.of("bad", "null"));
    }
}
