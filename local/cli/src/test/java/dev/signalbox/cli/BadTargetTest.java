package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Targets from which nothing, or not everything, can be learned: findings in words, cures where they are safe.
class BadTargetTest {
    private static final int SPECIES = 0;

    @TempDir
    Path folder;

    private Commands commands;
    private final Penguins penguins = Penguins.read();

    @BeforeEach
    void open() {
        commands = new Commands(folder.resolve("workspace"));
    }

    @Test
    void noSuchColumn() {
        CommandLineRun run =
                commands.text("run", penguins.write(folder.resolve("data.csv")), "--target", "specis", "--quiet");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out())
                .startsWith("quarantined The data has no such target column.")
                .contains("There is no column 'specis' to predict; expected one of 'species', 'island'")
                .contains("The nearest is 'species'. Name the target that you mean.")
                .doesNotContain("\tat ");
    }

    @Test
    void noSuchColumnAndNoneThatIsNear() {
        CommandLineRun run =
                commands.text("run", penguins.write(folder.resolve("data.csv")), "--target", "churned", "--quiet");

        assertThat(run.out()).contains("There is no column 'churned'").doesNotContain("nearest");
    }

    @Test
    void oneClass() {
        setAside(
                penguins.each(1, row -> Penguins.replaced(row, SPECIES, "Adelie")),
                "The target 'species' has the same value in every row; expected two different ones at least.");
    }

    @Test
    void oneNumber() {
        setAside(
                penguins.each(1, row -> Penguins.replaced(row, SPECIES, "7")),
                "The target 'species' has the same value in every row; expected two different ones at least.");
    }

    @Test
    void noValueAtAll() {
        setAside(penguins.each(1, row -> Penguins.replaced(row, SPECIES, "")), "has no value in any row");
    }

    @Test
    void missingValuesAreLeftOut() {
        JsonNode document = run(penguins.each(10, row -> Penguins.replaced(row, SPECIES, "")));

        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(document.at("/decisions/0/action/repairs/0"))
                .hasToString("{\"type\":\"drop_rows\",\"column\":\"species\",\"condition\":\"missing\",\"labels\":[]}");
        assertThat(document.at("/decisions/0/rationale").asText()).startsWith("Rows lack the target ('species').");
    }

    @Test
    void aClassOfThreeRowsIsLeftOut() {
        JsonNode document = run(penguins.each(115, row -> Penguins.replaced(row, SPECIES, "Emperor")));

        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(document.at("/decisions/0/rationale").asText())
                .startsWith("A class of the target has too few rows ('species').");
        assertThat(document.at("/decisions/0/action/repairs/0/labels/0").asText())
                .isEqualTo("Emperor");
    }

    private void setAside(Penguins data, String message) {
        CommandLineRun run = command(data);
        assertThat(run.exitCode()).as(run.out()).isEqualTo(5);
        assertThat(run.json().path("outcome").asText()).isEqualTo("quarantined");
        assertThat(run.json().path("findings").findValuesAsText("message")).anyMatch(found -> found.contains(message));
    }

    private JsonNode run(Penguins data) {
        CommandLineRun run = command(data);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        return run.json();
    }

    private CommandLineRun command(Penguins data) {
        CommandLineRun run = commands.json("run", data.write(folder.resolve("data.csv")), "--target", "species");
        assertThat(run.err() + run.out()).doesNotContain("\tat ");
        return run;
    }
}
