package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// How rows are divided.
///
/// @param kind default `auto`
/// @param column the time or group column; required by `time` and `group`
/// @param validFraction share for validation, 0.05 to 0.5; default 0.2
/// @param holdoutFraction share that only the gate opens, 0.05 to 0.5; default 0.2
public record SplitConfig(SplitKind kind, @Nullable String column, double validFraction, double holdoutFraction) {
    public SplitConfig {
        kind = kind == null ? SplitKind.AUTO : kind;
        validFraction = validFraction == 0 ? 0.2 : Require.inRange(validFraction, 0.05, 0.5, "split.validFraction");
        holdoutFraction =
                holdoutFraction == 0 ? 0.2 : Require.inRange(holdoutFraction, 0.05, 0.5, "split.holdoutFraction");
        Require.that(validFraction + holdoutFraction <= 0.8, "split leaves less than a fifth of the rows for training");
        Require.that(
                (kind != SplitKind.TIME && kind != SplitKind.GROUP) || column != null,
                "split.column is missing; expected the column that split.kind " + kind.id() + " divides by");
    }

    /// Everything by default.
    public static SplitConfig defaults() {
        return new SplitConfig(SplitKind.AUTO, null, 0, 0);
    }
}
