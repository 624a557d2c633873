package dev.signalbox.registry.promote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.GuardrailHalt;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.PromoteRequest;
import dev.signalbox.contract.stage.PromoteResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.Handlers;
import dev.signalbox.registry.Promotions;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promote trusts nobody: it reads the gate and the approval again, and refuses what they do not cover.
class ClearanceTest {
    private static final PipelineConfig FREE = Promotions.config(ApprovalMode.NEVER);
    private static final PipelineConfig HELD = Promotions.config(ApprovalMode.ALWAYS);

    @TempDir
    Path folder;

    private TestEnvironment environment;
    private Promotions promotions;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
        promotions = new Promotions(environment);
    }

    @Test
    void refusesAGateThatDidNotPass() {
        RunRef run = promotions.run("run-1", FREE);
        CandidateRef candidate = promotions.candidate("run-1", "linear");

        refuses(
                promotions.request(run, candidate, promotions.report(run, candidate, null, false), null),
                "did not pass");
    }

    @Test
    void refusesTheGateOfAnotherRunCandidateOrModel() {
        RunRef run = promotions.run("run-1", FREE);
        CandidateRef ours = promotions.candidate("run-1", "linear");
        CandidateRef sameNameOtherModel = promotions.candidate("run-0", "linear");
        CandidateRef other = promotions.candidate("run-1", "xgb-1");

        refuses(
                promotions.request(run, ours, promotions.report(promotions.run("run-0", FREE), ours, null, true), null),
                "another run");
        refuses(promotions.request(run, ours, promotions.report(run, other, null, true), null), "another candidate");
        refuses(
                promotions.request(run, ours, promotions.report(run, sameNameOtherModel, null, true), null),
                "another model file");
    }

    @Test
    void checksTheMinimumAgain() {
        RunRef run = promotions.run("run-1", FREE);
        CandidateRef candidate = promotions.candidate("run-1", "linear");
        GateReport fine = promotions.report(run, candidate, null, true);
        GateReport tampered = new GateReport(
                fine.runId(),
                fine.candidateId(),
                fine.modelSha256(),
                fine.metric(),
                fine.rows(),
                new TreeMap<>(Map.of(MetricName.ROC_AUC, new MetricValue(0.6, 0.5, 0.7))),
                null,
                null,
                null,
                fine.conditions(),
                null,
                true);

        refuses(promotions.request(run, candidate, tampered, null), "asks for 0.7");
    }

    @Test
    void refusesWithoutTheApprovalThatThePipelineAsksFor() {
        refuses(held(null), "there is none");
    }

    @Test
    void refusesAnApprovalForAnotherAction() {
        refuses(held(answer("f".repeat(64), true)), "for another action");
    }

    @Test
    void refusesADeniedPromotion() {
        refuses(held(answer(digest(), false)), "denied by mia");
    }

    @Test
    void refusesAnApprovalThatNobodyWasAskedFor() {
        refuses(held(answer(digest(), true)), "does not know that anybody was asked");
    }

    @Test
    void refusesAnApprovalThatTheLedgerSaysWasDenied() {
        asked();
        environment.ledger().append("run-1", new LedgerEvent.ApprovalAnswered("promotion", digest(), false, "mia"));

        refuses(held(answer(digest(), true)), "was denied");
    }

    @Test
    void refusesAnApprovalOfAQuestion() {
        asked();

        refuses(held(new HumanAnswer("d1", digest(), true, null, "mia", null)), "something else");
    }

    @Test
    void promotesWhatWasApproved() throws Exception {
        asked();
        PromoteResult result = promote(held(answer(digest(), true)));

        assertThat(result.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(environment.ledger().champion("churn"))
                .hasValueSatisfying(champion -> assertThat(champion.by()).isEqualTo("mia"));
    }

    private void asked() {
        environment
                .ledger()
                .append("run-1", new LedgerEvent.ApprovalRequested("promotion", digest(), "Promote linear?"));
    }

    private String digest() {
        return Promotions.digest(promotions.candidate("run-1", "linear"));
    }

    private static HumanAnswer answer(String digest, boolean approved) {
        return new HumanAnswer("promotion", digest, approved, null, "mia", null);
    }

    private PromoteRequest held(HumanAnswer approval) {
        RunRef run = promotions.run("run-1", HELD);
        CandidateRef candidate = promotions.candidate("run-1", "linear");
        return promotions.request(run, candidate, promotions.report(run, candidate, null, true), approval);
    }

    private void refuses(PromoteRequest request, String message) {
        assertThatThrownBy(() -> promote(request))
                .isInstanceOf(GuardrailHalt.class)
                .hasMessageContaining(message)
                .hasMessageContaining("did not move");
        assertThat(environment.ledger().champion("churn")).isEmpty();
    }

    private PromoteResult promote(PromoteRequest request) throws IOException {
        return Handlers.call(new PromoteHandler(environment.stage()), request, PromoteResult.class);
    }
}
