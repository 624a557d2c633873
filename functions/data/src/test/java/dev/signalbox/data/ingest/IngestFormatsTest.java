package dev.signalbox.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestFormatsTest {
    private static final String TABLE = """
            name,size,y
            Ada,1.5,1
            Bob,2.25,0
            Cy,,1
            """;
    private static final List<String> COLUMNS = List.of("name:VARCHAR", "size:DOUBLE", "y:BIGINT");
    private static final List<List<String>> ROWS =
            List.of(List.of("Ada", "1.5", "1"), List.of("Bob", "2.25", "0"), List.of("Cy", "null", "1"));

    @TempDir
    Path folder;

    private IngestFixture ingest;

    @BeforeEach
    void open() {
        ingest = new IngestFixture(folder);
    }

    private static void isTheTable(Ingested found, String format) {
        assertThat(found.columns()).isEqualTo(COLUMNS);
        assertThat(found.table().rows()).isEqualTo(ROWS);
        assertThat(found.counts()).containsExactly(3L, 3L, 0L);
        assertThat(found.result().format()).isEqualTo(format);
    }

    @Test
    void readsCsv() {
        isTheTable(ingest.csv(TABLE), "csv; delimiter ,; utf-8; header");
    }

    @ParameterizedTest
    @ValueSource(chars = {';', '|', '^', '~', ':', '\u0001'})
    void readsAnyDelimiter(char delimiter) {
        assertThat(ingest.csv(TABLE.replace(',', delimiter)).table().rows()).isEqualTo(ROWS);
    }

    @Test
    void readsTabs() {
        isTheTable(ingest.csv(TABLE.replace(',', '\t')), "tsv; utf-8; header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void readsAnyLineEnd(String lineEnd) {
        assertThat(ingest.csv(TABLE.replace("\n", lineEnd)).table().rows()).isEqualTo(ROWS);
    }

    @Test
    void readsAFileWithoutALastLineEnd() {
        assertThat(ingest.csv(TABLE.stripTrailing()).table().rows()).isEqualTo(ROWS);
    }

    @Test
    void namesTheColumnsOfAFileWithoutAHeader() {
        Ingested found = ingest.csv("Ada,1.5,1\nBob,2.25,0\nCy,,1\n");
        assertThat(found.columns()).containsExactly("column_1:VARCHAR", "column_2:DOUBLE", "column_3:BIGINT");
        assertThat(found.table().rows()).isEqualTo(ROWS);
        assertThat(found.result().format()).contains("no header");
    }

    @Test
    void readsAByteOrderMark() {
        isTheTable(ingest.csv("\uFEFF" + TABLE), "csv; delimiter ,; utf-8 with byte order mark; header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void readsUtf16(String charset) {
        byte[] bytes = TABLE.replace("Ada", "Åda").getBytes(Charset.forName(charset));
        Ingested found = ingest.file("data.csv", bytes);
        assertThat(found.column(0)).containsExactly("Åda", "Bob", "Cy");
        assertThat(found.result().format()).contains("utf-16");
    }

    @Test
    void readsLatin1() {
        byte[] bytes = TABLE.replace("Ada", "José").getBytes(StandardCharsets.ISO_8859_1);
        Ingested found = ingest.file("data.csv", bytes);
        assertThat(found.column(0)).containsExactly("José", "Bob", "Cy");
        assertThat(found.result().format()).isEqualTo("csv; delimiter ,; iso-8859-1; header");
    }

    @Test
    void readsLatin1ThatShowsOnlyFarBehindTheSample() {
        StringBuilder text = new StringBuilder("name,y\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i == 19_000 ? "Zoë" : "name" + i % 7)
                    .append(',')
                    .append(i % 2)
                    .append('\n');
        }
        Ingested found = ingest.file("data.csv", text.toString().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(found.column(0).get(19_000)).isEqualTo("Zoë");
        assertThat(found.result().rows().rejected()).isZero();
    }

    @Test
    void readsArchives() {
        byte[] bytes = TABLE.getBytes(StandardCharsets.UTF_8);
        isTheTable(ingest.file("a.csv.gz", Packed.gzip(bytes)), "csv; delimiter ,; utf-8; header; gzip");
        isTheTable(ingest.file("a.csv.zst", Packed.zstd(bytes)), "csv; delimiter ,; utf-8; header; zstd");
        byte[] zip = Packed.zip(Map.of("in/a.csv", bytes, "__MACOSX/in/._a.csv", new byte[5], "in/.DS_Store", bytes));
        isTheTable(ingest.file("a.zip", zip), "csv; delimiter ,; utf-8; header; zip");
    }

    @Test
    void readsJsonWithInnerObjectsAndMissingMembers() {
        String json = """
                [{"name": "Ada", "at": {"city": "Oslo", "zip": "0150"}, "tags": [1, 2]},
                 {"name": "Bob", "age": 7, "at": null}]
                """;
        Ingested found = ingest.file("a.json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(found.columns())
                .containsExactly(
                        "name:VARCHAR",
                        "at.city:VARCHAR",
                        "at.zip:VARCHAR",
                        "tags:VARCHAR",
                        "age:BIGINT",
                        "at:VARCHAR");
        assertThat(found.table().rows())
                .containsExactly(
                        List.of("Ada", "Oslo", "0150", "[1,2]", "null", "null"),
                        List.of("Bob", "null", "null", "null", "7", "null"));
    }

    @Test
    void readsJsonLines() {
        String json = "{\"a\":1.5,\"b\":true}\n\n{\"b\":false,\"c\":\"x\"}\n";
        Ingested found = ingest.file("a.jsonl", json.getBytes(StandardCharsets.UTF_8));
        assertThat(found.columns()).containsExactly("a:DOUBLE", "b:BOOLEAN", "c:VARCHAR");
        assertThat(found.table().rows()).containsExactly(List.of("1.5", "true", "null"), List.of("null", "false", "x"));
        assertThat(found.result().format()).isEqualTo("json lines; utf-8");
    }

    @Test
    void readsParquetIntoOurTypes() {
        Path file = Table.write(
                folder.resolve("a.parquet"),
                "SELECT 1::TINYINT AS i, 1.5::DECIMAL(4,2) AS d, 'NaN'::FLOAT AS f, DATE '2020-02-29' AS day,"
                        + " TIMESTAMPTZ '2020-01-01 00:00:00+02' AS t, {'x': 1} AS s, 'u'::VARCHAR AS \" u \", true AS b");
        Ingested found = ingest.open(file, null, null);
        assertThat(found.columns())
                .containsExactly(
                        "i:BIGINT",
                        "d:DOUBLE",
                        "f:DOUBLE",
                        "day:DATE",
                        "t:TIMESTAMP",
                        "s:VARCHAR",
                        "u:VARCHAR",
                        "b:BOOLEAN");
        assertThat(found.table().rows())
                .containsExactly(
                        List.of("1", "1.5", "null", "2020-02-29", "2019-12-31 22:00:00.0", "{\"x\":1}", "u", "true"));
    }

    @Test
    void readsSpacesBehindDelimiters() {
        Ingested found = ingest.csv("39, State-gov, <=50K\n50, Private, >50K\n38, \"Self, not inc\", <=50K\n");
        assertThat(found.column(1)).containsExactly("State-gov", "Private", "Self, not inc");
        assertThat(found.column(0)).containsExactly("39", "50", "38");
    }

    @Test
    void readsSingleQuotesAndBackslashes() {
        Ingested single = ingest.csv("a,b\n'x, y','1'\n'z, w','2'\n");
        assertThat(single.column(0)).containsExactly("x, y", "z, w");
        Ingested escaped = ingest.csv("a,b\n\"say \\\"hi\\\"\",1\n\"x, \\\\ y\",2\n");
        assertThat(escaped.column(0)).containsExactly("say \"hi\"", "x, \\ y");
    }

    @Test
    void skipsATitleBeforeTheTable() {
        Ingested found = ingest.csv("Report of May\n\n# made by hand\na,b\n1,x\n2,y\n3,oops,1\n");
        assertThat(found.columns()).containsExactly("a:BIGINT", "b:VARCHAR");
        assertThat(found.rejects()).containsExactly("data.csv:7 3 fields; expected 2 <3,oops,1>");
        assertThat(found.result().format()).contains("2 lines before the table skipped");
    }

    @Test
    void namesWhatRWritesWithoutAName() {
        assertThat(ingest.csv("\"a\",\"b\"\n\"r1\",5,\"x\"\n\"r2\",6,\"y\"\n").columns())
                .containsExactly("row_name:VARCHAR", "a:BIGINT", "b:VARCHAR");
    }

    @Test
    void readsOneColumn() {
        Ingested found = ingest.csv("name\nSmith, John\nDoe\n");
        assertThat(found.columns()).containsExactly("name:VARCHAR");
        assertThat(found.column(0)).containsExactly("Smith, John", "Doe");
    }

    @Test
    void givesEachColumnANameOfItsOwn() {
        Ingested found = ingest.csv("id,,Name,name,\" a \",a_2,A,größe;%\n1,2,3,4,5,6,7,8\n");
        assertThat(found.columns().stream().map(column -> column.substring(0, column.indexOf(':'))))
                .containsExactly("id", "column_2", "Name", "name_2", "a", "a_2", "A_3", "größe;%");
    }
}
