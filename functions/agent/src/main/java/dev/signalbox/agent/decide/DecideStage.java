package dev.signalbox.agent.decide;

import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.planner.Planner;
import dev.signalbox.agent.planner.RulesPlanner;
import dev.signalbox.agent.view.ViewBuilder;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.runtime.StageEnvironment;

/// Chooses the next step of a run.
final class DecideStage {
    private final ViewBuilder views;
    private final DecisionRecorder recorder;

    DecideStage(StageEnvironment environment) {
        this.views = new ViewBuilder(environment.artifacts(), environment.ledger());
        this.recorder = new DecisionRecorder(environment);
    }

    /// Builds the view, lets the planner propose and the guardrails rule, and records all of it.
    ///
    /// Idempotent by the request: a repeat answers with the decision that was made and adds nothing to the ledger.
    /// Raises [dev.signalbox.contract.failure.InvalidInput] for the situation `failure` and for artifacts of
    /// another shape; a denial is a recorded value and never a failure.
    DecideResult run(DecideRequest request, PipelineConfig config, String folder) {
        return recorder.once(request, "decide", () -> {
            RunView view = views.of(request, config.budget());
            Junction junction = new Junction(planner(config.planner()), GuardrailChain.standard());
            return recorder.write(folder, "d" + request.decisionNumber(), view, junction.settle(view));
        });
    }

    private static Planner planner(PlannerConfig config) {
        return switch (config.kind()) {
            case RULES -> new RulesPlanner();
        };
    }
}
