package dev.signalbox.model.features;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one column of the dataset becomes features, with everything that was fitted.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FittedColumn.Quantity.class, name = "quantity"),
    @JsonSubTypes.Type(value = FittedColumn.Flag.class, name = "flag"),
    @JsonSubTypes.Type(value = FittedColumn.Category.class, name = "category"),
    @JsonSubTypes.Type(value = FittedColumn.Moment.class, name = "moment"),
    @JsonSubTypes.Type(value = FittedColumn.Words.class, name = "words")
})
public sealed interface FittedColumn {
    /// The column of the dataset.
    String source();

    /// The features that it becomes, in order; at least one.
    @JsonIgnore
    List<Feature> features();

    /// How its cells are read where nothing else is known of them.
    @JsonIgnore
    default ColumnReading unrepaired() {
        ColumnType type = switch (this) {
            case Quantity _ -> ColumnType.NUMBER;
            case Flag _ -> ColumnType.BOOLEAN;
            case Category _, Moment _, Words _ -> ColumnType.TEXT;
        };
        return ColumnReading.of(source(), ValueReading.of(type));
    }

    /// What turns its cells into numbers.
    @JsonIgnore
    default CellEncoder encoder() {
        return switch (this) {
            case Quantity quantity -> new QuantityEncoder();
            case Flag flag -> new FlagEncoder();
            case Category category -> new CategoryEncoder(category);
            case Moment moment -> new MomentEncoder(moment);
            case Words words -> new WordsEncoder(words);
        };
    }

    /// A number as it is; missing stays missing, which trees split on and linear learners fill themselves.
    ///
    /// @param source the column
    record Quantity(String source) implements FittedColumn {
        public Quantity {
            Require.notBlank(source, "source");
        }

        @Override
        public List<Feature> features() {
            return List.of(new Feature(source, source, FeatureKind.NUMERIC, List.of()));
        }
    }

    /// True is 1 and false is 0.
    ///
    /// @param source the column
    record Flag(String source) implements FittedColumn {
        public Flag {
            Require.notBlank(source, "source");
        }

        @Override
        public List<Feature> features() {
            return List.of(new Feature(source, source, FeatureKind.NUMERIC, List.of()));
        }
    }

    /// A label as its code.
    ///
    /// @param source the column
    /// @param labels in the order of their codes: most frequent in training first, ties by text
    /// @param pool the label, last of `labels`, that stands for all of `pooled`; null where none are pooled
    /// @param pooled labels too rare for a code of their own; a label that training never saw is missing
    record Category(
            String source, List<String> labels, @Nullable String pool, List<String> pooled) implements FittedColumn {
        public Category {
            Require.notBlank(source, "source");
            labels = Require.listOrEmpty(labels);
            pooled = Require.listOrEmpty(pooled);
            Require.that(!labels.isEmpty(), "labels of " + source + " is empty; expected one or more");
            Require.that(
                    pool == null ? pooled.isEmpty() : pool.equals(labels.getLast()),
                    "pool of " + source + " is '" + pool + "'; expected the last of labels, or none without pooled");
        }

        @Override
        public List<Feature> features() {
            return List.of(new Feature(source, source, FeatureKind.CATEGORICAL, labels));
        }
    }

    /// A point in time as the parts that varied in training, in UTC.
    ///
    /// @param source the column
    /// @param order of day, month and year in a column of texts that are dates; of a column of dates its
    ///     reading says it
    /// @param lenient whether a text that is no date is missing, since some training rows had such; else its
    ///     row is not scored
    /// @param originSeconds from which `elapsed_days` counts, since 1970: the earliest of the training rows
    /// @param parts in the order of their features
    /// @param names of the features, one a part
    record Moment(
            String source,
            DateOrder order,
            boolean lenient,
            double originSeconds,
            List<DatePart> parts,
            List<String> names)
            implements FittedColumn {
        public Moment {
            Require.notBlank(source, "source");
            Require.present(order, "order");
            parts = Require.listOrEmpty(parts);
            names = Require.listOrEmpty(names);
            Require.that(
                    !parts.isEmpty() && parts.size() == names.size(),
                    "parts of " + source + " are " + parts.size() + "; expected one or more and a name for each");
        }

        @Override
        public List<Feature> features() {
            return numeric(source, names);
        }
    }

    /// A free text as its length in characters, its number of words, and whether it has each of some words.
    ///
    /// @param source the column
    /// @param words in lower case, most frequent in training first
    /// @param names of the features: length, number of words, then one a word
    record Words(String source, List<String> words, List<String> names) implements FittedColumn {
        public Words {
            Require.notBlank(source, "source");
            words = Require.listOrEmpty(words);
            names = Require.listOrEmpty(names);
            Require.that(
                    names.size() == words.size() + 2,
                    "names of " + source + " are " + names.size() + "; expected " + (words.size() + 2));
        }

        @Override
        public List<Feature> features() {
            return numeric(source, names);
        }
    }

    private static List<Feature> numeric(String source, List<String> names) {
        List<Feature> features = new ArrayList<>();
        names.forEach(name -> features.add(new Feature(name, source, FeatureKind.NUMERIC, List.of())));
        return List.copyOf(features);
    }
}
