package dev.signalbox.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.history.EventType;
import dev.signalbox.asl.history.HistoryEvent;
import dev.signalbox.contract.ContractJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final int COLUMNS = 60;
    private final StringWriter out = new StringWriter();
    private long seconds;

    @Test
    void repaintsTheRunningStateInOneRow() {
        Progress progress = progress(new Screen(true, COLUMNS), false);

        entered(progress, "Ingest");
        exited(progress, "Ingest", rows());

        assertThat(painted()).containsExactly("✓ Ingest       1.00 s  344 rows, 0 rejected; csv; delimite…");
        assertThat(painted().toList()).allMatch(row -> row.length() < COLUMNS);
    }

    @Test
    void countsTheCandidatesThatAreDone() {
        Progress progress = progress(new Screen(true, COLUMNS), false);

        entered(progress, "TrainCandidates");
        entered(progress, "Train");
        exited(progress, "Train", ContractJson.LENIENT.createObjectNode());
        exited(progress, "Train", ContractJson.LENIENT.createObjectNode());

        assertThat(painted()).containsExactly("… Train 2 done");
    }

    @Test
    void printsOnePlainLineAStateInAPipe() {
        Progress progress = progress(Screen.NONE, false);

        entered(progress, "Ingest");
        exited(progress, "Ingest", rows());

        assertThat(out.toString().lines())
                .containsExactly("- Ingest       1.00 s  344 rows, 0 rejected; csv; delimiter ,; utf-8; header");
    }

    @Test
    void marksAStateThatFailed() {
        Progress progress = progress(new Screen(true, COLUMNS), false);
        ObjectNode failure = ContractJson.LENIENT
                .createObjectNode()
                .put("Error", "dev.signalbox.contract.failure.InvalidInput")
                .put("Cause", "{\"errorMessage\":\"The file is empty.\\nHint: Bring data.\",\"errorType\":\"x\"}");

        exited(progress, "Ingest", failure);

        assertThat(painted()).containsExactly("✗ Ingest            –  failed: The file is empty.");
    }

    @Test
    void leavesACleanRowWhenTheRunWaits() {
        Progress progress = progress(new Screen(true, COLUMNS), false);

        ExecutionResult result = progress.during("signalbox resume r", () -> {
            entered(progress, "AwaitApproval");
            return new ExecutionResult("r", ExecutionStatus.SUSPENDED, null, null, null, List.of(), List.of());
        });

        assertThat(result.status()).isEqualTo(ExecutionStatus.SUSPENDED);
        assertThat(out.toString()).contains("Approval").endsWith("\r\u001b[K");
    }

    @Test
    void saysNothingWhenItIsToBeQuiet() {
        Progress progress = progress(Screen.NONE, true);

        entered(progress, "Ingest");
        exited(progress, "Ingest", rows());

        assertThat(out.toString()).isEmpty();
    }

    private Progress progress(Screen screen, boolean quiet) {
        return new Progress(new PrintWriter(out), screen, quiet);
    }

    private void entered(Progress progress, String state) {
        tell(progress, EventType.TASK_STATE_ENTERED, state, ContractJson.LENIENT.createObjectNode());
    }

    private void exited(Progress progress, String state, JsonNode output) {
        ObjectNode details = ContractJson.LENIENT.createObjectNode();
        details.set("output", output);
        tell(progress, EventType.TASK_STATE_EXITED, state, details);
    }

    private void tell(Progress progress, EventType type, String state, ObjectNode details) {
        Instant at = Instant.ofEpochSecond(seconds++);
        progress.happened("r", new HistoryEvent(seconds, 0, at, type, state, details));
    }

    private static JsonNode rows() {
        ObjectNode output = ContractJson.LENIENT.createObjectNode();
        output.putObject("rows").put("out", 344).put("rejected", 0);
        return output.put("format", "csv; delimiter ,; utf-8; header");
    }

    /// What a terminal shows: the last painting of each row, without colours.
    private Stream<String> painted() {
        return Stream.of(out.toString().split("\n"))
                .map(row -> row.substring(row.lastIndexOf("\u001b[K") + 3))
                .map(row -> row.replaceAll("\u001b\\[[0-9;]*m", ""));
    }
}
