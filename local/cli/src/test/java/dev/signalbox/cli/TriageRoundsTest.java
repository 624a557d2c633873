package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Failures that come again: how often is tried, who is asked, and what people are told.
class TriageRoundsTest {
    private static final Action LESS = new Action.RetryStage(RetryableStage.PREPARE, new RetryChanges(0.5, 1, false));

    @TempDir
    Path folder;

    private TroubledRun run;

    @BeforeEach
    void open() {
        run = new TroubledRun(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void withoutPeopleTriesOnceMoreAndSaysSo() throws IOException {
        run.slow("Prepare", Integer.MAX_VALUE);

        ExecutionResult result = start("{}");

        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(run.calls("Prepare")).isEqualTo(2);
        assertThat(run.cures()).containsExactly(LESS, new Action.Finish());
        assertThat(run.alerts())
                .contains("Signalbox: p failed in Prepare")
                .contains("Tried: 1. After Prepare failed (States.Timeout): Run prepare once more with 50% of the rows,"
                        + " with 1 thread; it failed again.");
    }

    @Test
    void withPeopleTriesTwiceAndNoMore() throws IOException {
        run.slow("Prepare", Integer.MAX_VALUE).person(question -> TroubledRun.answer(question, true, "retry"));

        ExecutionResult result = start("{\"mode\": \"always\"}");

        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(run.calls("Prepare")).isEqualTo(3);
        assertThat(run.calls("AwaitApproval")).isEqualTo(1);
        assertThat(run.cures()).hasSize(3).startsWith(LESS).endsWith(LESS);
        assertThat(run.alerts())
                .contains("2. After Prepare failed (States.Timeout): Ask a person: Prepare ran out of memory, disk or"
                        + " time, with less to do, too")
                .contains("ada answered: retry. 3. After Prepare failed");
    }

    @Test
    void aNoEndsTheRun() throws IOException {
        unreachable().person(question -> TroubledRun.answer(question, false, null));

        assertThat(start("{\"mode\": \"always\"}").error()).isEqualTo(DependencyUnavailable.class.getName());
        assertThat(run.cures()).hasSize(2).endsWith(new Action.Finish());
        assertThat(run.alerts()).contains("ada answered: no.");
    }

    @Test
    void silenceEndsTheRun() throws IOException {
        unreachable();

        assertThat(start("{\"mode\": \"always\"}").error()).isEqualTo(DependencyUnavailable.class.getName());
        assertThat(run.cures()).hasSize(2).endsWith(new Action.Finish());
        assertThat(run.alerts()).contains("Nobody answered in time.");
    }

    @Test
    void aTryThatThePipelineWantsApprovedWaitsForAPerson() throws IOException {
        List<String> questions = new ArrayList<>();
        run.slow("Prepare", 1).person(question -> {
            questions.add(question.path("question").asText());
            return TroubledRun.answer(question, true, null);
        });

        JsonNode output = start("{\"actions\": {\"retry_stage\": \"always\"}}").output();

        assertThat(output.path("outcome").asText()).isEqualTo("promoted");
        assertThat(questions).singleElement().asString().startsWith("May this happen: retry_stage?");
        assertThat(run.cures()).hasSize(2).endsWith(LESS);
    }

    @Test
    void aReaderThatBreaksDownIsTriedWithTheOtherParser() throws IOException {
        List<JsonNode> changes = new ArrayList<>();
        run.in("Ingest", (count, call, stage) -> {
            changes.add(call.payload().path("changes"));
            if (count == 1) {
                throw new TaskFailedException(
                        UnexpectedFailure.class.getName(), "{\"errorMessage\":\"A defect in Ingest.\"}");
            }
            return stage.invoke(call);
        });

        JsonNode output = start("{}").output();

        assertThat(output.path("outcome").asText()).isEqualTo("promoted");
        assertThat(changes).hasSize(2);
        assertThat(changes.getFirst().isNull()).isTrue();
        assertThat(changes.getLast().path("lenientParser").asBoolean()).isTrue();
    }

    @Test
    void changesStayWithTheStageThatFailed() throws IOException {
        List<JsonNode> changes = new ArrayList<>();
        run.slow("Prepare", 1).in("Train", (count, call, stage) -> {
            changes.add(call.payload().path("changes"));
            return stage.invoke(call);
        });

        start("{}");

        assertThat(changes).isNotEmpty().allMatch(JsonNode::isNull);
    }

    @Test
    void aBlendIsTriedAgainWithTheSameCandidates() throws IOException {
        List<JsonNode> payloads = new ArrayList<>();
        run.slow("Blend", 1).in("Blend", (count, call, stage) -> {
            payloads.add(call.payload());
            return stage.invoke(call);
        });

        assertThat(start("{}").output().path("outcome").asText()).isEqualTo("promoted");

        assertThat(payloads).hasSize(2);
        assertThat(payloads.getLast().path("candidateId"))
                .isEqualTo(payloads.getFirst().path("candidateId"));
        assertThat(payloads.getLast().path("candidates"))
                .isEqualTo(payloads.getFirst().path("candidates"));
        assertThat(payloads.getLast().at("/changes/threads").asInt()).isEqualTo(1);
    }

    private ExecutionResult start(String approval) throws IOException {
        return run.run(
                Commands.PENGUINS,
                ContractJson.LENIENT.readValue(
                        "{\"name\": \"p\", \"target\": \"species\", \"approval\": " + approval + "}",
                        PipelineConfig.class));
    }

    private TroubledRun unreachable() {
        return run.in("Prepare", (count, call, stage) -> {
            throw new TaskFailedException(
                    DependencyUnavailable.class.getName(), "{\"errorMessage\":\"No answer.\\nHint: Look.\"}");
        });
    }
}
