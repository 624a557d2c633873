package dev.signalbox.contract.config;

/// The planner of a pipeline.
///
/// @param kind default `rules`
public record PlannerConfig(PlannerKind kind) {
    public PlannerConfig {
        kind = kind == null ? PlannerKind.RULES : kind;
    }

    /// Everything by default.
    public static PlannerConfig defaults() {
        return new PlannerConfig(PlannerKind.RULES);
    }
}
