package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are no table: a named failure that says what was found and expected, and what to do. The file
/// stays, the run ends as quarantined, and the next one is not disturbed.
class BadFilesTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private Commands commands;

    @BeforeEach
    void open() {
        commands = new Commands(folder.resolve("workspace"));
    }

    @Test
    void anEmptyFile() throws IOException {
        setAside(
                "empty.csv",
                new byte[0],
                "The file empty.csv is empty (0 bytes); expected a table.",
                "program that wrote");
    }

    @Test
    void aHeaderWithoutRows() throws IOException {
        setAside(
                "header.csv",
                utf8(Penguins.read().header() + "\n"),
                "The file header.csv holds a header (8 columns: species, island, ",
                "query or program");
    }

    @Test
    void binaryRubbish() throws IOException {
        byte[] rubbish = new byte[4_096];
        new Random(1).nextBytes(rubbish);
        setAside(
                "rubbish.csv",
                rubbish,
                "is binary (its first bytes are 73 d5 1a bb",
                "expected CSV, TSV, JSON, JSON Lines or Parquet",
                "the file you meant");
    }

    @Test
    void aTruncatedGzip() throws IOException {
        byte[] whole = gzip(utf8(Penguins.read().text()), 1);
        setAside(
                "half.csv.gz",
                Arrays.copyOf(whole, whole.length / 2),
                "The gzip file half.csv.gz ends too early (" + whole.length / 2 + " bytes are there)",
                "download it again");
    }

    @Test
    void aGzipBomb() throws IOException {
        setAside(
                "bomb.csv.gz",
                gzip(utf8("0".repeat(MEGABYTE)), 100),
                "The gzip file bomb.csv.gz of ",
                "expected at most 200 times its size",
                "bring it unpacked");
    }

    @Test
    void aZipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.csv"));
            repeat(zip, utf8("0".repeat(MEGABYTE)), 100);
        }
        setAside("bomb.zip", bytes.toByteArray(), "The zip file bomb.zip of ", "expected at most 200 times its size");
    }

    @Test
    void bytesThatAreNoTextInTheEncodingOfTheRest() throws IOException {
        byte[] good = utf8(Penguins.read().text().replace("Adelie", "Adélie"));
        byte[] bad = "Gentoo,Bisco\u00eb,1,2,3,4,male,2007\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, both, good.length, bad.length);

        JsonNode document = run("mixed.csv", both).json();

        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(document.at("/rows/rejected").asInt()).isEqualTo(1);
        assertThat(document.at("/rejects/first/0/line").asInt()).isEqualTo(346);
        assertThat(document.at("/rejects/first/0/reason").asText()).isEqualTo("byte 0xEB at position 13 is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
    void readsTheEncodingsThatItCanTell(String encoding) throws IOException {
        String text = Penguins.read().text().replace("Adelie", "Adélie");

        JsonNode document =
                run("data.csv", text.getBytes(Charset.forName(encoding))).json();

        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(document.at("/rows/rejected").asInt()).isZero();
    }

    @Test
    void oneBadFileDoesNotDisturbTheNext() throws IOException {
        run("empty.csv", new byte[0]);

        assertThat(run("data.csv", utf8(Penguins.read().text()))
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("promoted");
    }

    private CommandLineRun run(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return commands.json("run", file, "--target", "species", "--pipeline", "p");
    }

    private void setAside(String name, byte[] bytes, String message, String... more) throws IOException {
        CommandLineRun run = run(name, bytes);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
        JsonNode document = run.json();
        assertThat(document.path("outcome").asText()).isEqualTo("quarantined");
        assertThat(document.path("champion").isNull()).isTrue();
        assertThat(document.at("/error/message").asText()).contains(message);
        assertThat(document.path("error").toString()).contains(more);
        assertThat(Path.of(document.path("report").asText())).content().contains("The data was set aside");
        assertThat(run.err() + run.out()).doesNotContain("\tat ");
        assertThat(folder.resolve(name)).hasBinaryContent(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] piece, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            repeat(gzip, piece, times);
        }
        return bytes.toByteArray();
    }

    private static void repeat(OutputStream out, byte[] piece, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(piece);
        }
    }
}
