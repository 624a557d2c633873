package dev.signalbox.registry.promote;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.GuardrailHalt;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.PromoteRequest;
import dev.signalbox.runtime.Digests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must hold before a champion may move, whoever asks. Each part is checked against what was recorded,
/// not against what the request claims; the first that does not hold stops the run.
final class Clearance {
    private static final String SUBJECT = "promotion";
    private final PromoteRequest request;
    private final GateReport gate;

    Clearance(PromoteRequest request, GateReport gate) {
        this.request = request;
        this.gate = gate;
    }

    /// Raises [GuardrailHalt] with what was found and expected.
    void check(PipelineConfig config, List<LedgerEntry> entries) {
        checkGateIsOurs();
        checkGatePassed(config);
        expect(
                request.actionDigest(),
                Digests.ofRecord(new Action.Promote(request.challenger().candidateId())),
                "The decision is about another action");
        boolean held = switch (config.approval().mode()) {
            case NEVER -> false;
            case ALWAYS -> true;
            case ON_THRESHOLD -> gate.unusual(config.approval());
        };
        if (held) {
            checkApproval(request.approval(), entries);
        }
    }

    private void checkGateIsOurs() {
        expect(gate.runId(), request.run().runId(), "The gate's report is of another run");
        expect(gate.candidateId(), request.challenger().candidateId(), "The gate judged another candidate");
        expect(gate.modelSha256(), request.challenger().model().sha256(), "The gate judged another model file");
    }

    private void checkGatePassed(PipelineConfig config) {
        if (!gate.passed()) {
            throw halt("The gate did not pass for candidate " + gate.candidateId() + ".");
        }
        config.gate().minimum().forEach(this::checkMinimum);
    }

    private void checkMinimum(MetricName metric, double bound) {
        MetricValue measured = gate.challenger().get(metric);
        if (measured == null || metric.gain(measured.value(), bound) < 0) {
            throw halt("The gate's report has " + metric.id() + " "
                    + (measured == null ? "not measured" : String.valueOf(measured.value()))
                    + "; the pipeline asks for " + bound + ".");
        }
    }

    private void checkApproval(@Nullable HumanAnswer approval, List<LedgerEntry> entries) {
        if (approval == null) {
            throw halt("The pipeline asks for an approval and there is none.");
        }
        expect(approval.subject(), SUBJECT, "The approval is about something else");
        if (!approval.approved()) {
            throw halt("The promotion was denied by " + approval.by() + ".");
        }
        expect(approval.actionDigest(), request.actionDigest(), "The approval is for another action");
        boolean asked = entries.stream()
                .anyMatch(entry -> entry.event() instanceof LedgerEvent.ApprovalRequested question
                        && question.subject().equals(SUBJECT)
                        && question.actionDigest().equals(request.actionDigest()));
        if (!asked) {
            throw halt("The ledger does not know that anybody was asked for this approval.");
        }
        boolean denied = entries.stream()
                .anyMatch(entry -> entry.event() instanceof LedgerEvent.ApprovalAnswered answer
                        && answer.actionDigest().equals(request.actionDigest())
                        && !answer.approved());
        if (denied) {
            throw halt("The ledger says that the promotion was denied.");
        }
    }

    private void expect(String found, String expected, String otherwise) {
        if (!found.equals(expected)) {
            throw halt(otherwise + ": found " + found + ", expected " + expected + ".");
        }
    }

    private GuardrailHalt halt(String message) {
        return new GuardrailHalt(
                message,
                "The champion did not move. Look at the decisions and the gate of run "
                        + request.run().runId() + ", then run the pipeline again.");
    }
}
