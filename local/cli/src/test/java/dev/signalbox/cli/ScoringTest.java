package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `predict`: one row out for each row in, in order.
class ScoringTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Commands commands;
    private List<String> lines;

    @BeforeAll
    static void promote() {
        commands = new Commands(shared.resolve("workspace"));
        commands.json("run", Commands.PENGUINS, "--target", "species", "--pipeline", "p");
    }

    @BeforeEach
    void read() throws IOException {
        lines = Files.readAllLines(Commands.PENGUINS).subList(0, 41);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.csv", "rows.json", "rows.jsonl"})
    void readsEachFormat(String name) throws IOException {
        List<String> expected = scores(Files.write(folder.resolve("expected.csv"), lines));

        assertThat(scores(write(name))).hasSize(41).isEqualTo(expected);
    }

    @Test
    void explainsEachScore() throws IOException {
        Path data = Files.write(folder.resolve("rows.csv"), lines);

        CommandLineRun run = commands.json("predict", data, "--pipeline", "p", "--explain");

        Path contributions = Path.of(run.json().path("contributions").asText());
        assertThat(contributions).isEqualTo(Path.of(data + ".predictions.csv.contributions.csv"));
        assertThat(Files.readAllLines(contributions))
                .hasSize(41)
                .first()
                .asString()
                .contains("bill_length_mm");
    }

    @Test
    void givesAReasonForARowThatItCannotScoreAndKeepsTheOrder() throws IOException {
        List<String> good = scores(Files.write(folder.resolve("good.csv"), lines));
        List<String> broken = new ArrayList<>(lines);
        broken.set(2, broken.get(2).replaceFirst("^([^,]*,[^,]*),[^,]*", "$1,long"));
        broken.set(5, "too,few");

        CommandLineRun run =
                commands.text("predict", Files.write(folder.resolve("rows.csv"), broken), "--pipeline", "p");

        List<String> scores = Files.readAllLines(folder.resolve("rows.csv.predictions.csv"));
        assertThat(scores.get(2)).isEqualTo(",,,,bill_length_mm is 'long'; expected a number");
        assertThat(scores.get(5)).isEqualTo(",,,,the row has 2 fields; expected 8");
        scores.set(2, good.get(2));
        scores.set(5, good.get(5));
        assertThat(scores).isEqualTo(good);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("38 of 40 rows scored by version 1 of p; the column reason says why 2 could not be");
    }

    @Test
    void putsTheScoresWhereTheyAreWanted() throws IOException {
        Path data = Files.write(folder.resolve("rows.csv"), lines);
        Path out = folder.resolve("scored.csv");

        CommandLineRun run = commands.text("predict", data, "--pipeline", "p", "--out", out);

        assertThat(run.out()).contains("40 rows scored by version 1 of p").contains(out.toString());
        assertThat(out).isNotEmptyFile();
        assertThat(folder.resolve("rows.csv.predictions.csv")).doesNotExist();
    }

    @Test
    void saysWhereScoresCannotBeWritten() throws IOException {
        Path data = Files.write(folder.resolve("rows.csv"), lines);

        CommandLineRun run =
                commands.text("predict", data, "--pipeline", "p", "--out", folder.resolve("no/such/x.csv"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("could not be written to").contains("--out");
    }

    @Test
    void saysThatAPipelineHasNoChampion() throws IOException {
        Path data = Files.write(folder.resolve("rows.csv"), lines);

        CommandLineRun run = commands.text("predict", data, "--pipeline", "q");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The pipeline 'q' has no champion.").contains("signalbox models");
    }

    @Test
    void namesAColumnThatTheModelNeeds() throws IOException {
        lines.set(0, lines.getFirst().replace("bill_length_mm", "bill_lenght_mm"));

        CommandLineRun run =
                commands.text("predict", Files.write(folder.resolve("rows.csv"), lines), "--pipeline", "p");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("bill_length_mm")
                .contains("bill_lenght_mm")
                .doesNotContain("\tat ");
    }

    private static List<String> scores(Path data) throws IOException {
        Path out = data.resolveSibling(data.getFileName() + ".out");
        CommandLineRun run = commands.json("predict", data, "--pipeline", "p", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().path("rows").asInt()).isEqualTo(40);
        return Files.readAllLines(out);
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith(".csv")) {
            return Files.write(file, lines);
        }
        ArrayNode rows = ContractJson.LENIENT.createArrayNode();
        String[] names = lines.getFirst().split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            ObjectNode row = rows.addObject();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], values[i]);
            }
        }
        if (name.endsWith(".json")) {
            return Files.writeString(file, rows.toString());
        }
        List<String> documents = new ArrayList<>();
        rows.forEach(row -> documents.add(row.toString()));
        return Files.write(file, documents);
    }
}
