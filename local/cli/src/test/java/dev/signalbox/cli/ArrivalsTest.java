package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.Engine;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.cli.run.Installation;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Events on the whole state machine over a workspace: they come twice, late, in another order, and while the
/// data changes. One version of the data has one run.
class ArrivalsTest {
    @TempDir
    Path folder;

    private Path data;
    private LocalRuns runs;

    @BeforeEach
    void writeThePipelineDown() throws IOException {
        data = Files.copy(Commands.PENGUINS, folder.resolve("penguins.csv"));
        Workspace workspace = new Workspace(folder.resolve("workspace")).create();
        Path pipelines = Files.createDirectories(workspace.root().resolve("pipelines"));
        Files.writeString(
                pipelines.resolve("penguins.yaml"),
                "name: penguins\ntarget: species\nsource: '" + FileUris.of(data) + "'\n");
        runs = new LocalRuns(workspace, Installation.current());
    }

    @AfterEach
    void close() {
        runs.close();
    }

    @Test
    void anEventThatComesTwiceHasOneRun() {
        assertThat(outcome(start("e-1", schedule()))).isEqualTo("promoted");

        ExecutionResult again = start("e-2", schedule());

        assertThat(outcome(again)).isEqualTo("duplicate");
        assertThat(again.output().path("reason").asText()).isEqualTo("This version of the data has had its run: e-1.");
        assertThat(runs.environment().ledger().runs(null, 10)).hasSize(1);
    }

    @Test
    void eventsThatComeAtOnceHaveOneRun() throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> arrivals = List.of(
                    () -> outcome(start("e-1", schedule())),
                    () -> outcome(start("e-2", schedule())),
                    () -> outcome(start("e-3", schedule())),
                    () -> outcome(start("e-4", schedule())));
            assertThat(pool.invokeAll(arrivals).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder("promoted", "duplicate", "duplicate", "duplicate");
        }
    }

    @Test
    void aLateEventOfAnOlderVersionHasNoRun() {
        start("e-1", schedule());
        Penguins.read().each(40, row -> row + ",x").write(data);

        assertThat(outcome(start("e-2", schedule()))).isIn("promoted", "rejected");
        assertThat(outcome(start("e-1-late", schedule()))).isEqualTo("duplicate");
    }

    @Test
    void aRequestOnTheBusThatIsDeliveredAgainHasOneRun() {
        assertThat(outcome(start("e-1", requested("id-1")))).isEqualTo("promoted");
        assertThat(outcome(start("e-2", requested("id-2")))).isEqualTo("rejected");

        assertThat(outcome(start("e-3", requested("id-1")))).isEqualTo("duplicate");
    }

    @Test
    void aFileThatChangesWhileItIsReadIsNotMixed() {
        ExecutionResult result = Engine.builder()
                .functions(runs.host())
                .listener((run, event) -> {
                    if ("Intake".equals(event.name()) && event.type().awsName().endsWith("StateExited")) {
                        Penguins.read().with("late", row -> "1").write(data);
                    }
                })
                .build()
                .start(Installation.current().machine(), "e-1", schedule());

        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(outcome(result)).isEqualTo("quarantined");
        assertThat(result.output().at("/failure/message").asText())
                .startsWith("The file penguins.csv changed while the run was reading it.")
                .endsWith("Run again when the file is complete.");
        assertThat(runs.environment().ledger().champion("penguins")).isEmpty();
        assertThat(outcome(start("e-2", schedule()))).isEqualTo("promoted");
    }

    private ExecutionResult start(String execution, JsonNode event) {
        return Engine.builder()
                .functions(runs.host())
                .build()
                .start(Installation.current().machine(), execution, event);
    }

    private static String outcome(ExecutionResult result) {
        return result.output().path("outcome").asText();
    }

    private static ObjectNode schedule() {
        ObjectNode event = ContractJson.LENIENT.createObjectNode().put("source", "signalbox.schedule");
        event.putObject("detail").put("pipeline", "penguins");
        return event;
    }

    private ObjectNode requested(String id) {
        ObjectNode event = ContractJson.LENIENT
                .createObjectNode()
                .put("detail-type", "signalbox.run.requested")
                .put("id", id);
        event.putObject("detail")
                .put("pipeline", "penguins")
                .putObject("source")
                .put("uri", FileUris.of(data))
                .put("sizeBytes", -1);
        return event;
    }
}
