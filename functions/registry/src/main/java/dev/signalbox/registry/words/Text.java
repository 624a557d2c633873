package dev.signalbox.registry.words;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/// Numbers, names and times as people read them, the same in every locale.
public final class Text {
    private static final MathContext DIGITS = new MathContext(3);
    private static final double GROUPED_FROM = 1_000;

    private Text() {}

    /// Three significant digits: `0.0312`, `4.57`, `23,400` as `23,412`.
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (Math.abs(value) >= GROUPED_FROM) {
            return count(Math.round(value));
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.abs().doubleValue() < 1e-9
                ? "0"
                : rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    /// A whole number in groups of three.
    public static String count(long value) {
        StringBuilder text = new StringBuilder(Long.toString(Math.abs(value)));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return (value < 0 ? "−" : "") + text;
    }

    /// `1 row`, `344 rows`.
    public static String count(long value, String one) {
        return count(value) + " " + one + (value == 1 ? "" : "s");
    }

    /// The rows that candidates were compared on.
    public static String compared(Evaluation evaluation) {
        return evaluation.folds() == 0
                ? count(evaluation.validRows(), "validation row")
                : count(evaluation.validRows(), "row") + " by cross-validation in " + evaluation.folds() + " folds";
    }

    /// `12%`, one decimal below ten.
    public static String percent(double share) {
        double percent = share * 100;
        return (percent < 10 ? number(Math.round(percent * 10) / 10.0) : String.valueOf(Math.round(percent))) + "%";
    }

    /// A score: three significant digits with their zeros, so that columns of scores line up.
    public static String score(double value) {
        if (!Double.isFinite(value) || Math.abs(value) >= GROUPED_FROM || Math.abs(value) < 1e-9) {
            return number(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        int zeros = DIGITS.getPrecision() - rounded.precision();
        return rounded.setScale(Math.max(0, rounded.scale() + zeros))
                .toPlainString()
                .replace('-', '−');
    }

    /// The ends of an interval.
    public static String interval(MetricValue value) {
        return score(value.low()) + " to " + score(value.high());
    }

    /// `850 ms`, `3.2 s`, `4 min 10 s`.
    public static String duration(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        long seconds = millis / 1_000;
        return seconds < 60 ? number(millis / 1_000.0) + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /// To the minute, in UTC.
    public static String time(Instant at) {
        String iso = at.toString();
        return iso.substring(0, 10) + " " + iso.substring(11, 16) + " UTC";
    }

    /// As people read it.
    public static String name(Algorithm algorithm) {
        return switch (algorithm) {
            case BASELINE -> "Baseline, ignores every column";
            case LINEAR -> "Linear model";
            case XGBOOST -> "Boosted trees, XGBoost";
            case LIGHTGBM -> "Boosted trees, LightGBM";
            case BLEND -> "Blend of several models";
        };
    }

    /// As people read it.
    public static String name(MetricName metric) {
        return switch (metric) {
            case ROC_AUC -> "ROC AUC";
            case PR_AUC -> "PR AUC";
            case LOG_LOSS -> "Log loss";
            case BRIER -> "Brier score";
            case ACCURACY -> "Accuracy";
            case BALANCED_ACCURACY -> "Balanced accuracy";
            case F1 -> "F1";
            case RMSE -> "RMSE";
            case MAE -> "MAE";
            case R2 -> "R²";
        };
    }

    /// What a metric measures, in one breath.
    public static String meaning(MetricName metric) {
        return switch (metric) {
            case ROC_AUC ->
                "how often a random positive row ranks above a random negative one; 0.5 is guessing, 1 is" + " perfect";
            case PR_AUC -> "precision averaged over all thresholds; 1 is perfect";
            case LOG_LOSS -> "how surprised the model is by the truth; 0 is perfect, lower is better";
            case BRIER -> "squared error of the probabilities; 0 is perfect, lower is better";
            case ACCURACY -> "share of rows whose class is right";
            case BALANCED_ACCURACY -> "share that is right, each class counted alike";
            case F1 -> "balance of precision and recall; 1 is perfect";
            case RMSE -> "typical error in the target’s unit, large errors weigh more; lower is better";
            case MAE -> "average error in the target’s unit; lower is better";
            case R2 -> "share of the variation that is explained; 1 is perfect";
        };
    }
}
