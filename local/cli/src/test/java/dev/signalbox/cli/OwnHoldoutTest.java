package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run --train A --holdout B`: rows that only the gate opens, brought by the user.
class OwnHoldoutTest {
    @TempDir
    Path folder;

    private Commands commands;
    private Path train;
    private String header;
    private final List<String> heldOut = new ArrayList<>();

    @BeforeEach
    void splitThePenguins() throws IOException {
        commands = new Commands(folder.resolve("workspace"));
        List<String> lines = Files.readAllLines(Commands.PENGUINS);
        header = lines.getFirst();
        List<String> learned = new ArrayList<>(List.of(header));
        for (int i = 1; i < lines.size(); i++) {
            (i % 4 == 0 ? heldOut : learned).add(lines.get(i));
        }
        train = Files.write(folder.resolve("train.csv"), learned);
    }

    @Test
    void judgesOnIt() throws IOException {
        CommandLineRun run = run(holdout(header, UnaryOperator.identity()));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().path("outcome").asText()).isEqualTo("promoted");
        assertThat(run.json().at("/rows/in").asInt()).isEqualTo(258);
        assertThat(run.err()).contains("86 held out");
    }

    @Test
    void namesAColumnThatItLacks() throws IOException {
        CommandLineRun run = run(holdout(header.replace("bill_length_mm", "bill_lenght_mm"), UnaryOperator.identity()));

        setAside(
                run,
                "The holdout holdout.csv has no column 'bill_length_mm'; the nearest that it has is 'bill_lenght_mm'.");
        assertThat(run.json().at("/error/hint").asText())
                .contains("same columns")
                .contains("species, island");
    }

    @Test
    void saysWhatItsColumnsShouldHold() throws IOException {
        CommandLineRun run = run(holdout(header, line -> line.replaceFirst("^([^,]*,[^,]*),[^,]*", "$1,long")));

        setAside(run, "holds 'long'; expected a number");
        assertThat(run.json().at("/error/hint").asText()).contains("what the data's columns");
    }

    @Test
    void refusesOneOfWhichTooManyRowsCannotBeRead() throws IOException {
        Path half = holdout(header, line -> heldOut.indexOf(line) % 2 == 0 ? line + ",one,more" : line);

        CommandLineRun run = run(half);

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.json().path("findings").findValuesAsText("message"))
                .anyMatch(message -> message.startsWith("43 rows of 86 of the holdout could not be read (50.0 %)"));
    }

    @Test
    void warnsOfRowsThatAreInBoth() throws IOException {
        Path same = folder.resolve("train.csv");

        JsonNode document = run(same).json();

        assertThat(document.path("findings").findValuesAsText("code")).contains("leakage");
    }

    private CommandLineRun run(Path holdout) {
        return commands.json("run", "--train", train, "--holdout", holdout, "--target", "species");
    }

    private Path holdout(String firstLine, UnaryOperator<String> row) throws IOException {
        List<String> lines = new ArrayList<>(List.of(firstLine));
        heldOut.forEach(line -> lines.add(row.apply(line)));
        return Files.write(folder.resolve("holdout.csv"), lines);
    }

    private static void setAside(CommandLineRun run, String message) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
        assertThat(run.json().path("outcome").asText()).isEqualTo("quarantined");
        assertThat(run.json().at("/error/message").asText()).contains(message);
        assertThat(run.err()).doesNotContain("\tat ");
    }
}
