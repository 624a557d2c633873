package dev.signalbox.contract.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The closed set of findings about data.
public enum FindingCode {
    /// The contract names a column that the data lacks.
    MISSING_COLUMN,
    /// A column of the contract is missing and a similar one is new.
    RENAMED_COLUMN,
    /// The data has a column that the contract lacks.
    NEW_COLUMN,
    /// A column's type differs from the contract.
    TYPE_CHANGED,
    /// Values lie outside the contract's range.
    OUT_OF_RANGE,
    /// Categories that the contract does not know.
    UNSEEN_CATEGORY,
    /// A column that was complete has missing values.
    NULLS_FOUND,
    /// Whole rows stand more than once.
    DUPLICATE_ROWS,
    /// Values of a key stand more than once.
    DUPLICATE_KEYS,
    /// A column has one value only.
    CONSTANT_COLUMN,
    /// A column identifies rows, like an id.
    NEAR_UNIQUE_COLUMN,
    /// Most of a column is missing.
    MOSTLY_MISSING,
    /// No such target; the message names the columns that exist and the nearest.
    TARGET_MISSING,
    /// The target has one value.
    TARGET_CONSTANT,
    /// Rows lack the target.
    TARGET_NULLS,
    /// A class has too few rows to be learned or judged.
    TARGET_RARE_CLASS,
    /// The target does not suit the task: a date, text for a regression, three labels for a binary task.
    TARGET_UNSUITABLE,
    /// One class is much rarer than another.
    CLASS_IMBALANCE,
    /// Labels that differ only in case or spaces.
    LABEL_VARIANTS,
    /// A column gives the target away.
    LEAKAGE,
    /// A column's distribution differs from the champion's training data.
    DRIFT,
    /// Rows were set aside while reading.
    REJECTED_ROWS,
    /// Too few rows to split and judge.
    TOO_FEW_ROWS,
    /// Values absurdly far from the rest.
    OUTLIERS,
    /// Text that reads like an instruction; it is treated as data.
    INSTRUCTION_LIKE_TEXT,
    /// Most values of a text column are numbers or dates.
    MIXED_TYPES,
    /// A value that stands for a missing one, such as -999.
    SENTINEL_VALUES,
    /// A text column holds numbers with units.
    UNITS_IN_TEXT,
    /// A column's values are the contract's times a constant, as in another unit.
    UNIT_CHANGED,
    /// The target goes with the features otherwise than the contract's did.
    LABELS_TURNED,
    /// A rare value that the other columns do not explain forces one answer.
    FORCED_ANSWER,
    /// Rows repeat others in every feature, or nearly.
    REPEATED_ROWS,
    /// The same entity stands in many rows.
    REPEATED_ENTITY,
    /// What is to be predicted changes over time.
    CHANGES_IN_TIME,
    /// Far more columns than the rows can tell apart from noise.
    MORE_COLUMNS_THAN_ROWS,
    /// A segment in which the model is no better than a constant.
    UNLEARNED_SEGMENT,
    /// Too few rows of a class are held out to judge a model by.
    FEW_POSITIVES,
    /// Some rows of a class seem to carry another label.
    NOISY_LABELS;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
