package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.metric.MetricName;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A named configuration: what to predict from which data, within which bounds.
///
/// @param name 1 to 64 letters, digits, `-` or `_`
/// @param target the column to predict
/// @param task null: found out from the target
/// @param metric the primary metric; null: ROC AUC for two classes, log loss for more, RMSE for a number
/// @param positiveLabel of a binary task; null: the rarer class, on a tie the greater text
/// @param ignoredColumns columns that are never features
/// @param split how rows are divided
/// @param budget what a run may spend
/// @param gate conditions of promotion
/// @param approval whether promotion waits for a person
/// @param quality what data is good enough
/// @param train how candidates are trained
/// @param planner who proposes at the junction
/// @param seed of every random choice; default 0
/// @param schedule EventBridge schedule expression of a deployed pipeline; null: events only
/// @param source data that a scheduled run reads; null: whatever the event names
public record PipelineConfig(
        String name,
        String target,
        @Nullable Task task,
        @Nullable MetricName metric,
        @Nullable String positiveLabel,
        List<String> ignoredColumns,
        SplitConfig split,
        BudgetConfig budget,
        GateConfig gate,
        ApprovalConfig approval,
        QualityConfig quality,
        TrainConfig train,
        PlannerConfig planner,
        long seed,
        @Nullable String schedule,
        @Nullable String source) {
    public PipelineConfig {
        Require.that(
                name != null && NAME.matcher(name).matches(),
                "name is '" + name + "'; expected 1 to 64 letters, digits, '-' or '_'");
        Require.notBlank(target, "target");
        ignoredColumns = Require.listOrEmpty(ignoredColumns);
        split = split == null ? SplitConfig.defaults() : split;
        budget = budget == null ? BudgetConfig.defaults() : budget;
        gate = gate == null ? GateConfig.defaults() : gate;
        approval = approval == null ? ApprovalConfig.defaults() : approval;
        quality = quality == null ? QualityConfig.defaults() : quality;
        train = train == null ? TrainConfig.defaults() : train;
        planner = planner == null ? PlannerConfig.defaults() : planner;
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// A pipeline of which only the name and the target are known.
    public static PipelineConfig of(String name, String target) {
        return new PipelineConfig(
                name,
                target,
                null,
                null,
                null,
                List.of(),
                SplitConfig.defaults(),
                BudgetConfig.defaults(),
                GateConfig.defaults(),
                ApprovalConfig.defaults(),
                QualityConfig.defaults(),
                TrainConfig.defaults(),
                PlannerConfig.defaults(),
                0,
                null,
                null);
    }

    /// The same pipeline with another planner.
    public PipelineConfig with(PlannerConfig other) {
        return new PipelineConfig(
                name,
                target,
                task,
                metric,
                positiveLabel,
                ignoredColumns,
                split,
                budget,
                gate,
                approval,
                quality,
                train,
                other,
                seed,
                schedule,
                source);
    }

    /// The primary metric for a task: the one that is configured, else the default of the task.
    public MetricName metricFor(Task found) {
        if (metric != null) {
            return metric;
        }
        return switch (found) {
            case BINARY -> MetricName.ROC_AUC;
            case MULTICLASS -> MetricName.LOG_LOSS;
            case REGRESSION -> MetricName.RMSE;
        };
    }
}
