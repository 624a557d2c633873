package dev.signalbox.model.prepare;

import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns the target's column into class codes or numbers.
final class TargetReader {
    private static final int MOST_CLASSES = 200;
    private static final int LEAST_ROWS = 20;

    private TargetReader() {}

    /// The target of the data that is learned from; its labels become the classes, sorted, the positive one
    /// last.
    ///
    /// Raises [DataQuality] where there is too little to learn, [InvalidInput] where the configuration
    /// contradicts it.
    static Target learned(TableColumn column, Task task, @Nullable String positiveLabel) {
        Target target = switch (column) {
            case NumberColumn numbers -> of(task, column.name(), List.of(), numbers.values());
            case TextColumn texts -> classified(texts, task, positiveLabel);
        };
        if (target.labelled().length < LEAST_ROWS) {
            throw new DataQuality(
                    target.labelled().length + " rows have a value of the target '" + column.name()
                            + "'; expected at least " + LEAST_ROWS + ".",
                    "Bring more rows, or look at why the target is missing.");
        }
        if (task == Task.REGRESSION
                && Arrays.stream(target.of(target.labelled()))
                                .distinct()
                                .limit(2)
                                .count()
                        < 2) {
            throw new DataQuality(
                    "The target '" + column.name() + "' has the same value in every row; expected different numbers.",
                    "Choose another target, or add rows with other values.");
        }
        return target;
    }

    /// The target of a holdout that the user brings, in the classes that were learned.
    ///
    /// Raises [DataQuality] where it has none or a label that the learned data lacks.
    static Target brought(TableColumn column, Target learned) {
        Target target = switch (column) {
            case NumberColumn numbers -> of(learned.task(), column.name(), List.of(), numbers.values());
            case TextColumn texts ->
                of(learned.task(), column.name(), learned.classes(), codes(texts, learned.classes()));
        };
        if (target.labelled().length == 0) {
            throw new DataQuality(
                    "No row of the holdout has a value of the target '" + column.name() + "'.",
                    "Bring a holdout with known answers, or let the split make one.");
        }
        return target;
    }

    private static Target classified(TextColumn column, Task task, @Nullable String positiveLabel) {
        int[] counts = new int[column.values().size()];
        for (int code : column.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        List<String> labels = column.values().stream()
                .map(TargetReader::label)
                .distinct()
                .sorted()
                .toList();
        check(column.name(), labels, task);
        Task found = labels.size() == 2 ? Task.BINARY : Task.MULTICLASS;
        List<String> classes = found == Task.BINARY ? positiveLast(column, labels, counts, positiveLabel) : labels;
        return of(found, column.name(), classes, codes(column, classes));
    }

    private static void check(String name, List<String> labels, Task task) {
        if (labels.size() < 2) {
            throw new DataQuality(
                    "The target '" + name + "' has " + labels.size() + " class; expected at least two.",
                    "Add rows of another class, or choose another target.");
        }
        if (task == Task.BINARY && labels.size() > 2) {
            throw new InvalidInput(
                    "The target '" + name + "' has " + labels.size() + " classes; expected two, since task is binary.",
                    "Set task to multiclass, or map the labels to two with the repair map_labels.");
        }
        if (labels.size() > MOST_CLASSES) {
            throw new DataQuality(
                    "The target '" + name + "' has " + labels.size() + " classes; expected at most " + MOST_CLASSES
                            + ".",
                    "Set task to regression if it is a number, or choose a target that does not name the rows.");
        }
    }

    private static List<String> positiveLast(
            TextColumn column, List<String> labels, int[] counts, @Nullable String positiveLabel) {
        if (positiveLabel != null && !labels.contains(label(positiveLabel))) {
            throw new InvalidInput(
                    "positiveLabel is '" + positiveLabel + "'; the target '" + column.name() + "' has "
                            + String.join(" and ", labels) + ".",
                    "Set positiveLabel to one of them.");
        }
        long first = count(column, counts, labels.getFirst());
        long second = count(column, counts, labels.getLast());
        boolean firstIsPositive =
                positiveLabel == null ? first < second : label(positiveLabel).equals(labels.getFirst());
        return firstIsPositive ? labels.reversed() : labels;
    }

    private static long count(TextColumn column, int[] counts, String label) {
        return IntStream.range(0, counts.length)
                .filter(code -> label(column.values().get(code)).equals(label))
                .mapToLong(code -> counts[code])
                .sum();
    }

    private static double[] codes(TextColumn column, List<String> classes) {
        double[] byCode = new double[column.values().size()];
        for (int code = 0; code < byCode.length; code++) {
            String label = label(column.values().get(code));
            byCode[code] = classes.indexOf(label);
            if (byCode[code] < 0) {
                throw new DataQuality(
                        "The holdout has the class '" + label + "', which the training data lacks; expected "
                                + String.join(", ", classes) + ".",
                        "Map the label with the repair map_labels, or add training rows of that class.");
            }
        }
        return Arrays.stream(column.codes())
                .mapToDouble(code -> code < 0 ? Double.NaN : byCode[code])
                .toArray();
    }

    /// A whole number that a table holds as a real one, as happens where values are missing, is written as a
    /// whole one.
    private static String label(String text) {
        boolean whole = text.endsWith(".0")
                && text.length() > 2
                && text.chars().limit(text.length() - 2L).allMatch(c -> (c >= '0' && c <= '9') || c == '-');
        return whole ? text.substring(0, text.length() - 2) : text;
    }

    private static Target of(Task task, String name, List<String> classes, double[] values) {
        int[] labelled = IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
        return new Target(task, name, classes, values, labelled);
    }
}
