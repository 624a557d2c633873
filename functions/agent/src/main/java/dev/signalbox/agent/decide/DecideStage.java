package dev.signalbox.agent.decide;

import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.view.BudgetSteps;
import dev.signalbox.agent.view.ViewBuilder;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.StageEnvironment;
import java.util.Arrays;

/// Chooses the next step of a run.
final class DecideStage {
    private final StageEnvironment environment;
    private final ViewBuilder views;
    private final DecisionRecorder recorder;
    private final OutcomeMemory outcomes;

    DecideStage(StageEnvironment environment) {
        this.environment = environment;
        this.views = new ViewBuilder(environment.artifacts(), environment.ledger());
        this.recorder = new DecisionRecorder(environment);
        this.outcomes = new OutcomeMemory(environment);
    }

    /// Builds the view, records what came of the decision before, lets the planner propose and the guardrails
    /// rule, and records all of it.
    ///
    /// Idempotent: a repeat of the request answers with the decision that was made and adds nothing to the
    /// ledger. Raises [dev.signalbox.contract.failure.InvalidInput] for the situation `failure` and for
    /// artifacts of another shape; a denial is a recorded value and never a failure.
    DecideResult run(DecideRequest request, PipelineConfig config, String folder) {
        return recorder.once(request.run(), key(request, config), () -> {
            RunView view = views.of(request, config);
            outcomes.remember(request, view);
            Deliberation settled = Deliberation.of(config, environment, GuardrailChain.standard(), view);
            return recorder.write(folder, "d" + request.decisionNumber(), view, settled);
        });
    }

    /// What the decision rests on; the clock only by the steps that the view shows, so that a retry is the
    /// same request.
    private static String key(DecideRequest request, PipelineConfig config) {
        return "cache/decide/"
                + Digests.ofRecord(Arrays.asList(
                        request.run(),
                        request.situation(),
                        request.decisionNumber(),
                        BudgetSteps.coarse(request.budget(), config.budget()),
                        request.verdict(),
                        request.profile(),
                        request.findings(),
                        request.prepared(),
                        request.evaluation(),
                        request.decisions(),
                        request.answers()));
    }
}
