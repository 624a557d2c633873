package dev.signalbox.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestRejectsTest {
    @TempDir
    Path folder;

    private IngestFixture ingest;

    @BeforeEach
    void open() {
        ingest = new IngestFixture(folder);
    }

    @Test
    void setsRaggedRowsAsideAndNeverPadsThem() {
        Ingested found = ingest.csv("a,b,c\n1,2,3\n4,5\n6,7,8,9\n7,8,9\n\n1,1,1\n");
        assertThat(found.rejects())
                .containsExactly("data.csv:3 2 fields; expected 3 <4,5>", "data.csv:4 4 fields; expected 3 <6,7,8,9>");
        assertThat(found.table().rows())
                .containsExactly(List.of("1", "2", "3"), List.of("7", "8", "9"), List.of("1", "1", "1"));
        assertThat(found.counts()).containsExactly(5L, 3L, 2L);
    }

    @Test
    void keepsFieldsThatSpanLines() {
        Ingested found = ingest.csv("a,b\n\"one\ntwo, three\",1\nx,2\n\"y\nz\",3,4\nw,5\n");
        assertThat(found.column(0)).containsExactly("one\ntwo, three", "x", "w");
        assertThat(found.rejects()).containsExactly("data.csv:5 3 fields; expected 2 <\"y\nz\",3,4>");
    }

    @Test
    void anUnclosedQuoteCostsOneLine() {
        Ingested found = ingest.csv("a,b,c\n1,x,1\n2,\"open,2\n3,z,3\n4,w,4\n");
        assertThat(found.rejects())
                .containsExactly("data.csv:3 a quote that is opened on this line is never closed <2,\"open,2>");
        assertThat(found.column(0)).containsExactly("1", "3", "4");
        assertThat(found.counts()).containsExactly(4L, 3L, 1L);
    }

    @Test
    void anUnclosedQuoteBeforeAQuotedFieldCostsOneLine() {
        Ingested found = ingest.csv("a,b,c\n1,x,1\n2,\"open,2\n3,\"z\",3\n4,\"v, w\",4\n5,u,5\n");
        assertThat(found.rejects()).hasSize(1);
        assertThat(found.rejects().getFirst()).startsWith("data.csv:3 ");
        assertThat(found.column(1)).containsExactly("x", "z", "v, w", "u");
    }

    @Test
    void aFieldThatGoesOnAfterItsQuoteCostsOneLine() {
        Ingested found = ingest.csv("a,b\n1,\"x\"y\n2,z\n3,w\n");
        assertThat(found.rejects()).containsExactly("data.csv:2 field 2 goes on after its closing quote <1,\"x\"y>");
        assertThat(found.column(0)).containsExactly("2", "3");
    }

    @Test
    void setsDamagedUtf8Aside() {
        byte[] bytes = "a,b\n1,fünf\n2,sechs\n3,x??y\n4,größer\n".getBytes(StandardCharsets.UTF_8);
        int mark = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("??");
        bytes[mark] = (byte) 0xff;
        bytes[mark + 1] = (byte) 0x80;
        Ingested found = ingest.file("data.csv", bytes);
        assertThat(found.rejects()).hasSize(1);
        assertThat(found.rejects().getFirst()).startsWith("data.csv:4 byte 0xFF at position 4 is not UTF-8 <3,x");
        assertThat(found.column(1)).containsExactly("fünf", "sechs", "größer");
    }

    @Test
    void setsBrokenJsonLinesAside() {
        String json = "{\"a\":1}\n{\"a\":2,\"zz\":\n[3]\n{\"a\":4} {\"a\":5}\n{\"a\":6}\n";
        Ingested found = ingest.file("a.jsonl", json.getBytes(StandardCharsets.UTF_8));
        assertThat(found.columns()).containsExactly("a:BIGINT");
        assertThat(found.rejects()).hasSize(3);
        assertThat(found.rejects().get(0)).startsWith("a.jsonl:2 is no JSON: ");
        assertThat(found.rejects().get(1)).isEqualTo("a.jsonl:3 is an array; expected an object <[3]>");
        assertThat(found.rejects().get(2))
                .isEqualTo("a.jsonl:4 more than one JSON value on the line <{\"a\":4} {\"a\":5}>");
        assertThat(found.counts()).containsExactly(5L, 2L, 3L);
    }

    @Test
    void setsElementsAsideThatAreNoObjects() {
        Ingested found = ingest.file("a.json", "[{\"a\":1},\n 7,\n [1],\n {\"a\":2}]".getBytes(StandardCharsets.UTF_8));
        assertThat(found.rejects())
                .containsExactly(
                        "a.json:2 is a number; expected an object <7>",
                        "a.json:3 is an array; expected an object <[…]>");
    }

    @Test
    void setsInfinityInParquetAside() {
        Path file = Table.write(folder.resolve("a.parquet"), "FROM (VALUES (1.5), ('inf'::DOUBLE), (2.5)) t(x)");
        Ingested found = ingest.open(file, null, null);
        assertThat(found.column(0)).containsExactly("1.5", "2.5");
        assertThat(found.rejects())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("a.parquet:2 column 'x' holds 'inf'; expected a number");
        assertThat(found.counts()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void keepsTheOrderOfManyRows() {
        StringBuilder text = new StringBuilder("n,s\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(i % 1000 == 7 ? "\n" : ",v\n");
        }
        Ingested found = ingest.csv(text.toString());
        assertThat(found.counts()).containsExactly(200_000L, 199_800L, 200L);
        List<Long> numbers = found.column(0).stream().map(Long::valueOf).toList();
        assertThat(numbers).isSorted();
    }
}
