package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.metric.MetricName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What waits for a person.
///
/// @param mode of promotions; default `never`
/// @param timeoutSeconds how long an answer is awaited, 1 to 31,536,000; default 604,800 (a week);
///     afterwards the promotion is refused
/// @param approvers who is told; empty means whoever has access
/// @param threshold for `on_threshold`: a promotion is held when its gain is more than this share of the
///     champion's value, 0 to 1; default 0.1
/// @param actions the mode of other actions by their type: `train_more`, `repair_data`, `blend`,
///     `retry_stage`;
///     default `never`. Questions and ends that change nothing in production are never held
public record ApprovalConfig(
        ApprovalMode mode,
        long timeoutSeconds,
        List<String> approvers,
        double threshold,
        SortedMap<String, ApprovalMode> actions) {
    public ApprovalConfig {
        mode = mode == null ? ApprovalMode.NEVER : mode;
        timeoutSeconds = timeoutSeconds == 0
                ? 604_800
                : Require.inRange(timeoutSeconds, 1, 31_536_000, "approval.timeoutSeconds");
        approvers = Require.listOrEmpty(approvers);
        threshold = threshold == 0 ? 0.1 : Require.inRange(threshold, 0, 1, "approval.threshold");
        actions = actions == null ? new TreeMap<>() : Collections.unmodifiableSortedMap(new TreeMap<>(actions));
        for (String type : actions.keySet()) {
            Require.that(
                    HOLDABLE.contains(type),
                    "approval.actions names '" + type + "'; expected one of " + String.join(", ", HOLDABLE)
                            + "; the mode of promotions is approval.mode");
        }
    }

    private static final List<String> HOLDABLE = List.of("train_more", "repair_data", "blend", "retry_stage");

    /// For promotions alone.
    public ApprovalConfig(ApprovalMode mode, long timeoutSeconds, List<String> approvers) {
        this(mode, timeoutSeconds, approvers, 0, new TreeMap<>());
    }

    /// The same with another mode of promotions.
    public ApprovalConfig with(ApprovalMode other) {
        return new ApprovalConfig(other, timeoutSeconds, approvers, threshold, actions);
    }

    /// The same without names: who is told is nothing that an agent needs.
    public ApprovalConfig unnamed() {
        return new ApprovalConfig(mode, timeoutSeconds, List.of(), threshold, actions);
    }

    /// Whether a challenger that passed the gate is out of the ordinary: it is the pipeline's first
    /// champion, or
    /// its gain is so large that somebody should ask why.
    ///
    /// @param challenger value of the metric
    /// @param champion value on the same rows; null where there is none to compare with
    public boolean beyondThreshold(MetricName metric, double challenger, @Nullable Double champion) {
        return champion == null || metric.gain(challenger, champion) > threshold * Math.abs(champion);
    }

    /// Everything by default.
    public static ApprovalConfig defaults() {
        return new ApprovalConfig(ApprovalMode.NEVER, 0, List.of());
    }
}
