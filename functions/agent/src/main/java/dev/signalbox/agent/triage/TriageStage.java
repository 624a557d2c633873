package dev.signalbox.agent.triage;

import dev.signalbox.agent.decide.DecisionRecorder;
import dev.signalbox.agent.decide.Deliberation;
import dev.signalbox.agent.decide.Junction;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.planner.RulesPlanner;
import dev.signalbox.agent.view.BudgetSteps;
import dev.signalbox.agent.view.FailureSteps;
import dev.signalbox.agent.view.ViewBuilder;
import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.contract.stage.TriageRequest;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.StageEnvironment;
import java.util.Arrays;

/// Chooses what is done about a failure.
final class TriageStage {
    private final ViewBuilder views;
    private final DecisionRecorder recorder;

    TriageStage(StageEnvironment environment) {
        this.views = new ViewBuilder(environment.artifacts(), environment.ledger());
        this.recorder = new DecisionRecorder(environment);
    }

    /// Always by rules: while something is broken, no model or service is asked for advice. Reads nothing
    /// but the ledger, so that a broken artifact cannot break triage.
    ///
    /// Idempotent: a repeat of the request answers with the decision that was made.
    DecideResult run(TriageRequest request, BudgetConfig limits, String folder) {
        return recorder.once(request.run(), key(request, limits), () -> {
            RunView view = views.of(request, limits);
            Junction junction = new Junction(new RulesPlanner(), GuardrailChain.standard());
            return recorder.write(folder, "d" + request.decisionNumber(), view, Deliberation.of(junction.settle(view)));
        });
    }

    private static String key(TriageRequest request, BudgetConfig limits) {
        return "cache/triage/"
                + Digests.ofRecord(Arrays.asList(
                        request.run(),
                        request.executionName(),
                        FailureSteps.coarse(request.failure()),
                        request.decisionNumber(),
                        BudgetSteps.coarse(request.budget(), limits),
                        request.answers(),
                        request.approval()));
    }
}
