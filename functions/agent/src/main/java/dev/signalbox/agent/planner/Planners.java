package dev.signalbox.agent.planner;

import dev.signalbox.agent.planner.llm.LlmPlanner;
import dev.signalbox.agent.planner.search.SearchPlanner;
import dev.signalbox.agent.replay.RecordedRun;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.config.PlannerKind;
import dev.signalbox.runtime.StageEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Makes planners. A new kind is one line here, and one more below when it is a function of the view.
public final class Planners {
    /// By the name that their proposals carry: those that a replay asks anew.
    private static final Map<String, Planner> FUNCTIONS_OF_THE_VIEW = Map.of("rules", new RulesPlanner());

    private Planners() {}

    /// A planner for one junction.
    ///
    /// @param kind as a pipeline names it
    /// @param pipeline the pipeline
    /// @param environment everything from outside
    public static Planner of(PlannerKind kind, PipelineConfig pipeline, StageEnvironment environment) {
        PlannerConfig config = pipeline.planner();
        return switch (kind) {
            case RULES -> new RulesPlanner();
            case LLM -> new LlmPlanner(config, new RulesPlanner(), environment.clock(), System::getenv);
            case SEARCH -> new SearchPlanner(pipeline.gate().margin(), pipeline.seed());
            case REPLAY -> new ReplayPlanner(RecordedRun.read(environment, Objects.requireNonNull(config.run())));
        };
    }

    /// The planner whose proposals can be computed again from the view alone.
    ///
    /// @param name as it stands in a proposal
    public static Optional<Planner> recomputed(String name) {
        return Optional.ofNullable(FUNCTIONS_OF_THE_VIEW.get(name));
    }
}
