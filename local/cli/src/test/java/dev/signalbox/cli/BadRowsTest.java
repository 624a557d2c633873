package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that cannot be read are set aside with line and reason; over the limit the data is unusable.
class BadRowsTest {
    private static final int BILL_LENGTH = 2;

    @TempDir
    Path folder;

    private Commands commands;
    private final Penguins penguins = Penguins.read();

    @BeforeEach
    void open() {
        commands = new Commands(folder.resolve("workspace"));
    }

    @Test
    void raggedRows() {
        JsonNode document = run(penguins.each(40, row -> row + ",x"));

        promotedWithout(document, 9);
        assertThat(document.at("/rejects/first").findValuesAsText("line")).containsExactly("2", "42", "82");
        assertThat(document.at("/rejects/first").findValuesAsText("reason")).containsOnly("9 fields; expected 8");
    }

    @Test
    void badNumbers() {
        JsonNode document = run(penguins.each(40, row -> Penguins.replaced(row, BILL_LENGTH, "oops")));

        promotedWithout(document, 9);
        assertThat(document.at("/rejects/first/0/reason").asText())
                .isEqualTo("column 'bill_length_mm' holds 'oops'; expected a number");
    }

    @Test
    void aColumnOfWhichTooMuchIsSomethingElse() {
        JsonNode document = run(penguins.each(4, row -> Penguins.replaced(row, BILL_LENGTH, "oops")));

        assertThat(document.at("/rows/rejected").asInt()).isZero();
        assertThat(findings(document, "mixed_types"))
                .singleElement()
                .asString()
                .contains("Column 'bill_length_mm' is text, but ")
                .contains("of its values are numbers")
                .contains("'oops'");
    }

    @Test
    void tooManyBadRows() {
        CommandLineRun run = command(penguins.each(3, row -> row + ",x"));

        JsonNode document = run.json();
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(document.path("outcome").asText()).isEqualTo("quarantined");
        assertThat(document.path("reason").asText()).isEqualTo("Too many rows could not be read.");
        assertThat(findings(document, "rejected_rows"))
                .containsExactly(
                        "115 rows of 344 could not be read (33.4 %); expected at most 10.0 %. The reasons"
                                + " stand in the rejects file, by line; correct the source, or raise quality.maxRejectedFraction.");
        assertThat(document.at("/rows/in").asInt())
                .isEqualTo(document.at("/rows/out").asInt()
                        + document.at("/rows/rejected").asInt());
    }

    @Test
    void aPersonIsShownTheFirstAndWhereTheOthersAre() {
        Path data = penguins.each(3, row -> row + ",x").write(folder.resolve("ragged.csv"));

        CommandLineRun run = commands.text("run", data, "--target", "species", "--quiet");

        assertThat(run.out())
                .contains("rejected    ragged.csv line 2: 9 fields; expected 8")
                .containsPattern("rejects     \\S+rejects-[0-9a-f]+\\.parquet")
                .contains("finding     115 rows of 344");
    }

    @Test
    void aRunWithoutRejectsSaysNothingOfThem() {
        assertThat(run(penguins).path("rejects").isNull()).isTrue();
    }

    private static void promotedWithout(JsonNode document, int rejected) {
        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(document.at("/rows/in").asInt()).isEqualTo(344);
        assertThat(document.at("/rows/out").asInt()).isEqualTo(344 - rejected);
        assertThat(document.at("/rows/rejected").asInt()).isEqualTo(rejected);
        assertThat(Path.of(document.at("/rejects/file").asText())).exists();
        assertThat(findings(document, "rejected_rows")).hasSize(1);
    }

    private static List<String> findings(JsonNode document, String code) {
        return document.path("findings")
                .valueStream()
                .filter(finding -> finding.path("code").asText().equals(code))
                .map(finding -> finding.path("message").asText())
                .toList();
    }

    private JsonNode run(Penguins data) {
        return command(data).json();
    }

    private CommandLineRun command(Penguins data) {
        CommandLineRun run = commands.json("run", data.write(folder.resolve("data.csv")), "--target", "species");
        assertThat(run.err() + run.out()).doesNotContain("\tat ");
        return run;
    }
}
