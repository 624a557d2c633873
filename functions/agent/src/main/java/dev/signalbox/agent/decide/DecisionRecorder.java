package dev.signalbox.agent.decide;

import dev.signalbox.agent.replay.ViewSeal;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps decisions. The same request gets the same decision, even when the ledger has moved on between two
/// deliveries of it: the first answer is remembered under the digest of what it rests on before it is
/// announced, and announced once.
public final class DecisionRecorder {
    private final StageEnvironment environment;
    private final Documents documents;

    /// @param environment artifacts and ledger
    public DecisionRecorder(StageEnvironment environment) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
    }

    /// The decision for a request: the remembered one, or a new one.
    ///
    /// @param run null where there is none
    /// @param key of the request in the store, such as `cache/decide/<digest>`
    /// @param decide makes and writes a new one
    public DecideResult once(@Nullable RunRef run, String key, Supplier<DecideResult> decide) {
        DecideResult result = recalled(key).orElseGet(() -> {
            environment.artifacts().remember(key, bytes(decide.get()));
            return recalled(key)
                    .orElseThrow(() -> new UnexpectedFailure(
                            "A decision was remembered and is not there.", "Look at the artifact store."));
        });
        announce(run, result);
        return result;
    }

    /// Writes view and decision and makes the answer.
    ///
    /// @param folder of the stage's artifacts
    public DecideResult write(String folder, String decisionId, RunView view, Deliberation settled) {
        ArtifactRef viewRef = documents.write(folder, "view.json", view);
        Junction.Settlement settlement = settled.settlement();
        String actionDigest = Digests.ofRecord(settlement.bound());
        Decision decision = new Decision(
                decisionId,
                view.situation(),
                viewRef.sha256(),
                viewRef,
                settlement.attempts(),
                settlement.action(),
                actionDigest,
                settlement.safeDefault(),
                ViewSeal.of(view),
                settled.account(),
                settled.shadow());
        ArtifactRef decisionRef = documents.write(folder, "decision.json", decision);
        return new DecideResult(
                settlement.action(),
                decisionId,
                actionDigest,
                decisionRef,
                settlement.rationale(),
                settled.costUsd(),
                settled.tokens());
    }

    private Optional<DecideResult> recalled(String key) {
        return environment.artifacts().recall(key).map(bytes -> {
            try {
                return ContractJson.LENIENT.readValue(bytes, DecideResult.class);
            } catch (IOException e) {
                throw new UnexpectedFailure("A remembered decision cannot be read.", "Report this defect.", e);
            }
        });
    }

    private static byte[] bytes(DecideResult result) {
        try {
            return ContractJson.LENIENT.writeValueAsBytes(result);
        } catch (IOException e) {
            throw new UnexpectedFailure("A decision cannot be written as JSON.", "Report this defect.", e);
        }
    }

    private void announce(@Nullable RunRef run, DecideResult result) {
        if (run == null) {
            return;
        }
        LedgerEvent made = new LedgerEvent.DecisionMade(
                result.decisionId(), result.action().type(), result.decision());
        boolean known = environment.ledger().entries(run.runId()).stream()
                .anyMatch(entry -> entry.event().equals(made));
        if (!known) {
            environment.ledger().append(run.runId(), made);
        }
    }
}
