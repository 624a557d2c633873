package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each failure happens for real, and the row of the table in docs/operate.md says what is done about it.
class TriageTableTest {
    private static final RetryChanges HALF = new RetryChanges(0.5, 1, false);

    @TempDir
    Path folder;

    private Path workspace;
    private TroubledRun run;

    @BeforeEach
    void open() {
        workspace = folder.resolve("workspace");
        run = new TroubledRun(workspace);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void outOfMemoryIsTriedWithLess() throws IOException {
        StageProcess small = new StageProcess(workspace, 20);
        run.in("Prepare", (count, call, stage) -> count == 1 ? small.invoke(call) : stage.invoke(call));

        ExecutionResult result = run.run(large(), config("{\"algorithms\": [\"linear\"]}", "never"));

        assertThat(outcome(result)).as(result.cause()).isEqualTo("promoted");
        FailureFact failure = run.failures().getFirst();
        assertThat(failure.memoryLimitMb()).isBetween(15L, 20L);
        assertThat(failure.memoryMb()).isPositive();
        inTheTable("out of memory", failure, ResourceExhausted.class.getName(), "promoted");
        assertThat(run.cures()).containsExactly(new Action.RetryStage(RetryableStage.PREPARE, HALF));
    }

    @Test
    void aTimeOutIsTriedWithLess() throws IOException {
        run.slow("Prepare", 1);

        ExecutionResult result = run.run(Commands.PENGUINS, config("{}", "never"));

        assertThat(outcome(result)).isEqualTo("promoted");
        FailureFact failure = run.failures().getFirst();
        assertThat(failure.seconds()).as("900, in steps").isEqualTo(256);
        assertThat(failure.memoryMb()).isNull();
        inTheTable("time-out", failure, "States.Timeout", "promoted");
        assertThat(run.cures()).containsExactly(new Action.RetryStage(RetryableStage.PREPARE, HALF));
    }

    @Test
    void aPoisonedFileIsSetAside() throws IOException {
        byte[] poison = new byte[4_096];
        new Random(1).nextBytes(poison);
        System.arraycopy("PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, poison, 0, 4);

        ExecutionResult result = run.run(Files.write(folder.resolve("poison.parquet"), poison), config("{}", "never"));

        assertThat(outcome(result)).isEqualTo("quarantined");
        inTheTable("poisoned file", run.failures().getFirst(), InvalidInput.class.getName(), "quarantined");
        assertThat(run.cures()).singleElement().isInstanceOf(Action.Quarantine.class);
    }

    @Test
    void aDamagedModelIsLeftToPeople() throws IOException {
        run.in("Gate", (count, call, stage) -> {
            damage(call.payload().at("/challenger/model/uri"));
            return stage.invoke(call);
        });

        ExecutionResult result = run.run(Commands.PENGUINS, config("{}", "never"));

        assertThat(result.error()).isEqualTo(ArtifactDamaged.class.getName());
        inTheTable("damaged model", run.failures().getFirst(), ArtifactDamaged.class.getName(), "failed");
        assertThat(run.cures()).containsExactly(new Action.Finish());
        assertThat(run.alerts())
                .containsOnlyOnce("Signalbox: p failed in Gate")
                .contains("Tried: nothing; no cure is known for it.")
                .contains("There is no champion.");
    }

    @Test
    void damagedPredictionsDoNotBlameTheData() throws IOException {
        run.in("Evaluate", (count, call, stage) -> {
            damage(call.payload().at("/candidates/0/validPredictions/uri"));
            return stage.invoke(call);
        });

        ExecutionResult result = run.run(Commands.PENGUINS, config("{}", "never"));

        assertThat(result.error()).isEqualTo(ArtifactDamaged.class.getName());
        assertThat(run.cures()).containsExactly(new Action.Finish());
    }

    /// The row begins with the failure's name, and holds its class, what was decided first, and how it ends.
    private void inTheTable(String name, FailureFact failure, String error, String ends) throws IOException {
        assertThat(failure.error()).isEqualTo(error);
        String shown = error.substring(error.lastIndexOf('.') + 1).replace("Timeout", "States.Timeout");
        assertThat(Files.readAllLines(Commands.ROOT.resolve("docs/operate.md")))
                .as(name)
                .filteredOn(line -> line.startsWith("| " + name + " |"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains("`" + shown + "`")
                        .contains("`" + run.cures().getFirst().type() + "`")
                        .endsWith("| `" + ends + "` |"));
    }

    private static String outcome(ExecutionResult result) {
        return result.output() == null
                ? "failed"
                : result.output().path("outcome").asText();
    }

    private static PipelineConfig config(String train, String approval) throws IOException {
        return ContractJson.LENIENT.readValue(
                "{\"name\": \"p\", \"target\": \"species\", \"approval\": {\"mode\": \"" + approval + "\"}, \"train\": "
                        + train + "}",
                PipelineConfig.class);
    }

    /// A table of two million numbers.
    private Path large() throws IOException {
        Random chance = new Random(7);
        List<String> lines = new ArrayList<>(List.of("a,b,c,d,e,f,g,h,i,j,species"));
        for (int row = 0; row < 120_000; row++) {
            StringBuilder line = new StringBuilder();
            double sum = 0;
            for (int column = 0; column < 10; column++) {
                double value = Math.round(chance.nextGaussian() * 1_000) / 1_000.0;
                sum += value;
                line.append(value).append(',');
            }
            lines.add(line.append(sum + chance.nextGaussian() > 0 ? "x" : "y").toString());
        }
        return Files.write(folder.resolve("large.csv"), lines);
    }

    private static void damage(JsonNode uri) throws IOException {
        Path file = Path.of(java.net.URI.create(uri.asText()));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
