package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers and findings in plain words, the same in every locale.
final class Wording {
    private static final MathContext DIGITS = new MathContext(3);

    private Wording() {}

    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String score(MetricName metric, MetricValue value) {
        return name(metric) + " " + number(value.value()) + " [" + number(value.low()) + ", " + number(value.high())
                + "]";
    }

    static String name(MetricName metric) {
        return switch (metric) {
            case ROC_AUC -> "ROC AUC";
            case PR_AUC -> "PR AUC";
            case LOG_LOSS -> "log loss";
            case BRIER -> "Brier score";
            case ACCURACY -> "accuracy";
            case BALANCED_ACCURACY -> "balanced accuracy";
            case F1 -> "F1";
            case RMSE -> "RMSE";
            case MAE -> "MAE";
            case R2 -> "R²";
        };
    }

    static String finding(FindingFact finding) {
        String column = finding.column() == null ? "" : " ('" + finding.column().text() + "')";
        return phrase(finding.code()) + column;
    }

    private static String phrase(FindingCode code) {
        return switch (code) {
            case MISSING_COLUMN -> "a column that earlier data had is missing";
            case RENAMED_COLUMN -> "a column has another name than before";
            case NEW_COLUMN -> "there is a column that earlier data did not have";
            case TYPE_CHANGED -> "a column has another type than before";
            case OUT_OF_RANGE -> "values lie outside the known range";
            case UNSEEN_CATEGORY -> "there are categories that earlier data did not have";
            case NULLS_FOUND -> "a column that was complete has gaps";
            case DUPLICATE_ROWS -> "whole rows stand more than once";
            case DUPLICATE_KEYS -> "values of a key stand more than once";
            case CONSTANT_COLUMN -> "a column has one value only";
            case NEAR_UNIQUE_COLUMN -> "a column merely identifies rows";
            case MOSTLY_MISSING -> "most of a column is missing";
            case TARGET_MISSING -> "the data has no such target column";
            case TARGET_CONSTANT -> "the target has one value only";
            case TARGET_UNSUITABLE -> "the target does not suit the task";
            case TARGET_NULLS -> "rows lack the target";
            case TARGET_RARE_CLASS -> "a class of the target has too few rows";
            case CLASS_IMBALANCE -> "one class is much rarer than another";
            case LABEL_VARIANTS -> "one label is spelled in several ways";
            case LEAKAGE -> "a column gives the target away";
            case DRIFT -> "a column has moved away from the champion's data";
            case REJECTED_ROWS -> "too many rows could not be read";
            case TOO_FEW_ROWS -> "there are too few rows to learn from and to judge by";
            case OUTLIERS -> "values lie absurdly far from the rest";
            case INSTRUCTION_LIKE_TEXT -> "some text reads like an instruction";
            case MIXED_TYPES -> "a text column holds mostly numbers or dates";
            case SENTINEL_VALUES -> "a value stands for a missing one";
            case UNITS_IN_TEXT -> "numbers are written with their units";
            case UNIT_CHANGED -> "a column seems to be in another unit than before";
            case LABELS_TURNED -> "the target goes with the other columns otherwise than before";
            case FORCED_ANSWER -> "a rare value forces one answer";
            case REPEATED_ROWS -> "rows repeat others in every feature";
            case REPEATED_ENTITY -> "the same entity stands in many rows";
            case CHANGES_IN_TIME -> "what is to be predicted changes over time";
            case MORE_COLUMNS_THAN_ROWS -> "there are far more columns than the rows can tell from noise";
            case UNLEARNED_SEGMENT -> "nothing was learned in a part of the rows";
            case FEW_POSITIVES -> "too few rows of a class are held out to judge by";
            case NOISY_LABELS -> "some labels of a class seem to be wrong";
        };
    }
}
