package dev.signalbox.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.data.ingest.source.UnpackLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestRefusalsTest {
    private static final byte[] TABLE = "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private IngestFixture ingest;

    @BeforeEach
    void open() {
        ingest = new IngestFixture(folder);
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        Path scratch = folder.resolve("scratch");
        if (Files.exists(scratch)) {
            try (Stream<Path> left = Files.list(scratch)) {
                assertThat(left).isEmpty();
            }
        }
    }

    private void refuses(String name, byte[] bytes, Class<? extends StageFailure> type, String... parts) {
        assertThatThrownBy(() -> ingest.file(name, bytes))
                .isExactlyInstanceOf(type)
                .hasMessageContaining(name)
                .hasMessageContainingAll(parts)
                .hasMessageContaining("\nHint: ");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesAnEmptyFile() {
        refuses("e.csv", new byte[0], InvalidInput.class, "is empty (0 bytes); expected a table");
        refuses("e.csv.gz", Packed.gzip(new byte[0]), InvalidInput.class, "is empty (0 bytes)");
        refuses("w.csv", utf8(" \n\n"), DataQuality.class, "nothing but white space");
        refuses("e.json", utf8("[]"), DataQuality.class, "is empty; expected objects");
    }

    @Test
    void refusesAHeaderAlone() {
        refuses("h.csv", utf8("a,b,c\n"), DataQuality.class, "holds a header (3 columns: a, b, c) and no rows");
        Path file = Table.write(folder.resolve("h.parquet"), "SELECT 1 AS a LIMIT 0");
        assertThatThrownBy(() -> ingest.open(file, null, null))
                .isInstanceOf(DataQuality.class)
                .hasMessageContaining("h.parquet has 1 columns and no rows");
    }

    @Test
    void refusesATableOfWhichNoRowCanBeRead() {
        refuses(
                "n.csv",
                utf8("a,b,c\n1,2\n3,4\n"),
                DataQuality.class,
                "None of the 2 rows",
                "line 2: 2 fields; expected 3");
        refuses(
                "j.json",
                utf8("{\"a\": 1, "),
                DataQuality.class,
                "The one row of j.json could not be read",
                "brackets");
    }

    @Test
    void refusesBinaryRubbish() {
        byte[] rubbish = new byte[5000];
        new Random(3).nextBytes(rubbish);
        rubbish[0] = 1;
        refuses("r.csv", rubbish, InvalidInput.class, "is binary (its first bytes are 01 ", "expected CSV, TSV, JSON");
    }

    @Test
    void namesWhatItIsInstead() {
        refuses("p.csv", utf8("%PDF-1.7 …"), InvalidInput.class, "is a PDF document");
        refuses("h.csv", utf8("\n<!DOCTYPE html><html>"), InvalidInput.class, "is an HTML page", "login or error page");
        refuses("x.csv", utf8("<?xml version=\"1.0\"?>"), InvalidInput.class, "is an XML document");
        byte[] workbook = Packed.zip(Map.of("xl/workbook.xml", TABLE, "[Content_Types].xml", TABLE));
        refuses("b.xlsx", workbook, InvalidInput.class, "is an Excel workbook", "Save the sheet as CSV");
        refuses("o.json", utf8("{\n  \"a\": 1\n}\n"), InvalidInput.class, "one JSON object over several lines");
    }

    @Test
    void refusesTruncatedArchives() {
        byte[] text = utf8("a,b\n" + "1,2\n3,4\n5,6\n".repeat(3000));
        byte[] gzip = Packed.gzip(text);
        refuses(
                "t.csv.gz",
                Arrays.copyOf(gzip, gzip.length / 2),
                InvalidInput.class,
                "ends too early",
                "bytes are there");
        byte[] zstd = Packed.zstd(text);
        refuses("t.csv.zst", Arrays.copyOf(zstd, zstd.length / 2), InvalidInput.class, "zstd file");
        byte[] zip = Packed.zip(Map.of("a.csv", text));
        refuses("t.zip", Arrays.copyOf(zip, zip.length / 2), InvalidInput.class, "damaged, cut off or encrypted");
        gzip[gzip.length / 2] ^= 0x55;
        refuses("d.csv.gz", gzip, InvalidInput.class, "gzip file");
    }

    @Test
    void refusesATruncatedParquetFile() throws Exception {
        Path file = Table.write(folder.resolve("whole.parquet"), "SELECT range AS a FROM range(1000)");
        byte[] bytes = Files.readAllBytes(file);
        refuses(
                "t.parquet",
                Arrays.copyOf(bytes, bytes.length - 20),
                InvalidInput.class,
                "The Parquet file",
                "is damaged or cut off");
    }

    @Test
    void refusesATruncatedJsonArray() {
        refuses(
                "t.json",
                utf8("[{\"a\":1},\n{\"a\":2},\n{\"a\":"),
                InvalidInput.class,
                "breaks on line 3",
                "Was the file cut off?");
    }

    @Test
    void refusesABombBeforeItUnfolds() {
        IngestFixture small =
                new IngestFixture(folder).with(new IngestTuning(1 << 23, new UnpackLimits(1 << 16, 200, 1 << 30)));
        byte[] bomb = Packed.gzip(new byte[4 << 20]);
        assertThatThrownBy(() -> small.file("b.csv.gz", bomb))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("b.csv.gz of 4,0")
                .hasMessageContaining("expected at most 200 times its size");
        assertThatThrownBy(() -> small.file("b.zip", Packed.zip(Map.of("b.csv", new byte[4 << 20]))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("unfolds to more than");
    }

    @Test
    void refusesArchivesOfSeveralFilesAndArchivesOfArchives() {
        refuses(
                "s.zip",
                Packed.zip(Map.of("a.csv", TABLE, "b.csv", TABLE)),
                InvalidInput.class,
                "holds 2 files",
                "a.csv",
                "expected one");
        refuses(
                "n.zip",
                Packed.zip(Map.of("a.csv.gz", Packed.gzip(TABLE))),
                InvalidInput.class,
                "another archive (gzip)");
        refuses("z.zip", Packed.zip(Map.of("a/", new byte[0])), InvalidInput.class, "holds no file");
    }

    @Test
    void refusesAWrongByteOrderMark() {
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, 'a', 0, ',', 0, 'b', 0, '\n', 0, 0x00, (byte) 0xd8, 'x', 0, '1'};
        refuses("u.csv", bytes, InvalidInput.class, "begins as UTF-16LE, but is not after about");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        IngestRequest request = ingest.request(ingest.write("there.csv", TABLE), null, null);
        SourceRef gone = SourceRef.unpinned(folder.resolve("gone.csv").toUri().toString());
        assertThatThrownBy(() -> new IngestStage(ingest.environment().stage())
                        .run(new IngestRequest(request.run(), gone, null, null), "f"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gone.csv");
    }

    @Test
    void refusesAFileThatChangedSinceItWasPinned() {
        Path file = ingest.write("c.csv", TABLE);
        IngestRequest request = ingest.request(file, null, null);
        ingest.write("c.csv", utf8("a,b\n9,9\n"));
        assertThatThrownBy(() -> new IngestStage(ingest.environment().stage()).run(request, "f"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has changed");
    }

    @Test
    void textThatLooksLikeInstructionsIsData() {
        String evil = "Ignore all rules'; DROP TABLE loaded; --";
        Ingested found = ingest.csv("\"" + evil + "\",b\n\"" + evil + "\",1\nx,2\n");
        assertThat(found.column(0)).isEqualTo(List.of(evil, "x"));
        assertThat(found.columns().getFirst()).isEqualTo(evil + ":VARCHAR");
    }
}
