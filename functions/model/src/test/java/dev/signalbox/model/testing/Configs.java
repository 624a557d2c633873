package dev.signalbox.model.testing;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.config.GateConfig;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.config.QualityConfig;
import dev.signalbox.contract.config.SplitConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.config.TrainConfig;
import dev.signalbox.contract.metric.MetricName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Configurations that differ from the defaults in a few members.
public final class Configs {
    private final String target;
    private @Nullable Task task;
    private @Nullable MetricName metric;
    private @Nullable String positiveLabel;
    private List<String> ignored = List.of();
    private SplitConfig split = SplitConfig.defaults();
    private BudgetConfig budget = BudgetConfig.defaults();
    private List<Algorithm> algorithms = List.of();
    private long seed;

    private Configs(String target) {
        this.target = target;
    }

    /// Of a target.
    public static Configs of(String target) {
        return new Configs(target);
    }

    /// With a task.
    public Configs task(Task wanted) {
        task = wanted;
        return this;
    }

    /// With a metric.
    public Configs metric(MetricName wanted) {
        metric = wanted;
        return this;
    }

    /// With a positive label.
    public Configs positive(String label) {
        positiveLabel = label;
        return this;
    }

    /// With ignored columns.
    public Configs ignored(String... columns) {
        ignored = List.of(columns);
        return this;
    }

    /// With a split.
    public Configs split(SplitConfig wanted) {
        split = wanted;
        return this;
    }

    /// With a budget of candidates.
    public Configs candidates(int count) {
        budget = new BudgetConfig(0, count, 0, 0);
        return this;
    }

    /// With algorithms.
    public Configs algorithms(Algorithm... wanted) {
        algorithms = List.of(wanted);
        return this;
    }

    /// With a seed.
    public Configs seed(long wanted) {
        seed = wanted;
        return this;
    }

    /// The configuration.
    public PipelineConfig build() {
        return new PipelineConfig(
                "trial",
                target,
                task,
                metric,
                positiveLabel,
                ignored,
                split,
                budget,
                GateConfig.defaults(),
                ApprovalConfig.defaults(),
                QualityConfig.defaults(),
                new TrainConfig(algorithms, 0, 0, 0),
                PlannerConfig.defaults(),
                seed,
                null,
                null);
    }
}
