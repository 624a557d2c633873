package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job, on real data, over the state machine and the handlers that AWS runs.
class RunTest {
    private static final Path ROOT = Path.of(System.getProperty("signalbox.root"));
    private static final Path PENGUINS = ROOT.resolve("examples/penguins/penguins.csv");

    @TempDir
    Path folder;

    @Test
    void promotesAModelOfPenguins() {
        CommandLineRun run = run(PENGUINS, "--target", "species", "--pipeline", "penguins");

        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        JsonNode document = run.json();
        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(document.at("/champion/metrics/accuracy/value").asDouble()).isGreaterThan(0.9);
        assertThat(document.at("/champion/metrics/accuracy/low").asDouble())
                .isLessThanOrEqualTo(
                        document.at("/champion/metrics/accuracy/value").asDouble());
        assertThat(document.at("/rows/in").asInt())
                .isEqualTo(document.at("/rows/out").asInt()
                        + document.at("/rows/rejected").asInt());
        assertThat(Path.of(document.path("report").asText())).exists();
        assertThat(document.path("states").findValuesAsText("name"))
                .startsWith("Begin", "Intake")
                .contains("Gate", "Promote")
                .endsWith("Done");
        assertThat(document.path("decisions")).isNotEmpty();
    }

    @Test
    void givesTheSameDecisionsMetricsAndModelBytesTwice() throws IOException {
        JsonNode first = run(PENGUINS, "--target", "species", "--workspace", folder.resolve("a"))
                .json();
        JsonNode second = run(PENGUINS, "--target", "species", "--workspace", folder.resolve("b"))
                .json();

        assertThat(second.at("/champion/metrics")).isEqualTo(first.at("/champion/metrics"));
        assertThat(second.path("decisions")).isEqualTo(first.path("decisions"));
        assertThat(models(folder.resolve("b"))).isNotEmpty().isEqualTo(models(folder.resolve("a")));
    }

    @Test
    void keepsTheChampionWhenTheSameDataComesAgain() {
        run(PENGUINS, "--target", "species");
        JsonNode again = run(PENGUINS, "--target", "species").json();

        assertThat(again.path("outcome").asText()).isEqualTo("rejected");
        assertThat(again.at("/champion/version").asInt()).isEqualTo(1);
    }

    @Test
    void promotesNothingWhenNothingCanBeLearned() throws IOException {
        Random chance = new Random(7);
        List<String> lines = new ArrayList<>(List.of("a,b,c,y"));
        for (int row = 0; row < 400; row++) {
            lines.add(chance.nextGaussian() + "," + chance.nextGaussian() + "," + chance.nextInt(5) + ","
                    + chance.nextInt(2));
        }
        Path noise = Files.write(folder.resolve("noise.csv"), lines);

        JsonNode document = run(noise, "--target", "y").json();

        assertThat(document.path("outcome").asText()).isEqualTo("rejected");
        assertThat(document.path("champion").isNull()).isTrue();
    }

    @Test
    void namesTheColumnsWhenTheTargetIsUnknown() {
        CommandLineRun run = run(PENGUINS, "--target", "specis");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.out()).contains("species").contains("bill_length_mm");
        assertThat(run.json().path("outcome").asText()).isEqualTo("quarantined");
    }

    @Test
    void namesAMissingFile() {
        CommandLineRun run = run(folder.resolve("nothing.csv"), "--target", "y");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.json().at("/error/message").asText()).contains("nothing.csv");
        assertThat(run.json().at("/error/hint").asText()).isNotBlank();
        assertThat(run.err() + run.out()).doesNotContain("\tat ");
    }

    @Test
    void setsAsideAFileThatIsNoData() throws IOException {
        byte[] rubbish = new byte[4_096];
        new Random(1).nextBytes(rubbish);
        Path file = Files.write(folder.resolve("rubbish.csv"), rubbish);

        CommandLineRun run = run(file, "--target", "y");

        assertThat(run.json().path("outcome").asText()).isEqualTo("quarantined");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(file).exists();
    }

    @Test
    void waitsForAPersonAndGoesOnWithTheAnswer() {
        CommandLineRun waiting = run(PENGUINS, "--target", "species", "--approval", "always");
        assertThat(waiting.exitCode()).isEqualTo(6);
        assertThat(waiting.json().path("outcome").asText()).isEqualTo("awaiting_approval");
        assertThat(waiting.json().path("champion").isNull()).isTrue();
        String runId = waiting.json().path("runId").asText();

        CommandLineRun approved = command("approve", runId, "--by", "ada", "--reason", "looks right");

        assertThat(approved.json().path("outcome").asText()).isEqualTo("promoted");
    }

    @Test
    void leavesTheChampionAloneWhenAPersonDenies() {
        String runId = run(PENGUINS, "--target", "species", "--approval", "always")
                .json()
                .path("runId")
                .asText();

        CommandLineRun denied = command("approve", runId, "--deny", "--by", "ada");

        assertThat(denied.json().path("outcome").asText()).isEqualTo("rejected");
        assertThat(denied.json().path("reason").asText()).contains("ada");
        assertThat(denied.json().path("champion").isNull()).isTrue();
    }

    @Test
    void listsShowsReportsAndRollsBack() {
        String runId = run(PENGUINS, "--target", "species", "--pipeline", "p")
                .json()
                .path("runId")
                .asText();

        assertThat(command("runs").json().at("/runs/0/runId").asText()).isEqualTo(runId);
        assertThat(command("show", runId).json().path("ledger")).isNotEmpty();
        assertThat(command("decisions", runId).json().path("decisions")).isNotEmpty();
        assertThat(command("models").json().at("/models/0/version").asInt()).isEqualTo(1);
        assertThat(Path.of(command("report", runId).json().path("report").asText()))
                .exists();
        assertThat(command("rollback", "--pipeline", "p").exitCode()).isEqualTo(2);
        assertThat(command("show", "nothing").exitCode()).isEqualTo(2);
    }

    @Test
    void predictsOneRowForEachRowInOrder() throws IOException {
        run(PENGUINS, "--target", "species", "--pipeline", "p");
        Path scores = folder.resolve("scores.csv");

        CommandLineRun predicted = command("predict", PENGUINS, "--pipeline", "p", "--out", scores, "--explain");

        assertThat(predicted.exitCode()).as(predicted.err()).isZero();
        List<String> lines = Files.readAllLines(scores);
        assertThat(lines).hasSize(345);
        assertThat(lines.getFirst()).startsWith("prediction,p_");
        assertThat(Path.of(predicted.json().path("contributions").asText())).exists();
    }

    private CommandLineRun run(Object... arguments) {
        return command(concat("run", arguments));
    }

    private CommandLineRun command(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of(arguments));
        words.add("--json");
        if (!words.contains("--workspace")) {
            words.addAll(List.of("--workspace", folder.resolve("workspace")));
        }
        return CommandLineRun.of(words.toArray());
    }

    private static Object[] concat(Object first, Object... rest) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(rest));
        return all.toArray();
    }

    private static List<String> models(Path workspace) throws IOException {
        try (var files = Files.walk(workspace.resolve("artifacts"))) {
            return files.filter(file -> file.getParent().endsWith("train"))
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
