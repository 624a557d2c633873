package dev.signalbox.model.features;

import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.model.table.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Chooses what a column of texts is: dates, labels, free text, or nothing to learn from.
///
/// Labels get codes by frequency, then text. Learners with native categories split on the codes; a linear
/// learner turns them into one indicator each. Neither looks at the target, so there is nothing to leak,
/// unlike with target means (Micci-Barreca, SIGKDD Explorations 3, 2001). Above 100 labels the rare ones
/// share one code. A column that almost never repeats a value names its rows; it is dropped, unless its
/// values have several words: then its length, number of words, and presence of frequent words are the
/// features.
final class TextFitter {
    private static final int LEAST_ROWS = 10;
    private static final int MOST_CODES = 100;
    private static final int LEAST_COUNT = 5;
    /// Keeps features.json small; rarer labels are missing, in training and in prediction alike.
    private static final int MOST_POOLED = 10_000;

    private static final double NEARLY_ALL = 0.9;
    private static final double HALF = 0.5;
    private static final double SENTENCE_WORDS = 3;
    private static final double PHRASE_WORDS = 2;

    private final TextColumn column;
    private final int[] rows;
    private final UnaryOperator<String> unique;
    private final int[] counts;
    private final List<Integer> seen = new ArrayList<>();
    private int present;

    private TextFitter(TextColumn column, int[] rows, UnaryOperator<String> unique) {
        this.column = column;
        this.rows = rows;
        this.unique = unique;
        this.counts = new int[column.values().size()];
        count();
    }

    /// Fits the column on the training rows.
    static Fitted fit(TextColumn column, int[] rows, UnaryOperator<String> unique) {
        return new TextFitter(column, rows, unique).fit();
    }

    private void count() {
        for (int row : rows) {
            int code = column.codes()[row];
            if (code >= 0) {
                counts[code]++;
                present++;
            }
        }
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                seen.add(code);
            }
        }
        // The order of first rows depends on rows outside the training part; frequency and text do not.
        seen.sort(Comparator.<Integer>comparingInt(code -> -counts[code]).thenComparing(column.values()::get));
    }

    private Fitted fit() {
        if (present == 0) {
            return new Fitted.Dropped(DropReason.EMPTY);
        }
        if (seen.size() == 1 && present == rows.length) {
            return new Fitted.Dropped(DropReason.CONSTANT);
        }
        DateOrder order =
                DateGuess.order(seen.stream().map(column.values()::get).toList());
        return order == null ? labelsOrText() : dates(order);
    }

    private Fitted dates(DateOrder order) {
        double[] seconds = new double[rows.length];
        boolean lenient = false;
        for (int i = 0; i < rows.length; i++) {
            String text = column.at(rows[i]);
            double value = text == null || MissingMarks.isMissing(text) ? Double.NaN : DateText.seconds(text, order);
            lenient |= DateText.isUnreadable(value);
            seconds[i] = DateText.isUnreadable(value) ? Double.NaN : value;
        }
        return MomentFitter.fit(column.name(), order, lenient, seconds, unique);
    }

    private Fitted labelsOrText() {
        boolean nearlyUnique = present >= LEAST_ROWS && seen.size() > NEARLY_ALL * present;
        double words = seen.size() > HALF * present ? meanWords() : 0;
        if (words >= SENTENCE_WORDS || (nearlyUnique && words >= PHRASE_WORDS)) {
            return new Fitted.Kept(words());
        }
        if (nearlyUnique) {
            return new Fitted.Dropped(DropReason.IDENTIFIER);
        }
        return seen.size() <= MOST_CODES ? new Fitted.Kept(category(seen.size())) : pooled();
    }

    private Fitted pooled() {
        int own = 0;
        while (own < MOST_CODES - 1 && counts[seen.get(own)] >= LEAST_COUNT) {
            own++;
        }
        return own == 0 ? new Fitted.Dropped(DropReason.TOO_MANY_VALUES) : new Fitted.Kept(category(own));
    }

    private FittedColumn.Category category(int own) {
        List<String> labels = new ArrayList<>(labels(0, own));
        List<String> rare = labels(own, Math.min(seen.size(), own + MOST_POOLED));
        String pool = rare.isEmpty() ? null : poolName();
        if (pool != null) {
            labels.add(pool);
        }
        return new FittedColumn.Category(column.name(), labels, pool, rare);
    }

    private List<String> labels(int from, int to) {
        return seen.subList(from, to).stream().map(column.values()::get).toList();
    }

    private @Nullable String poolName() {
        String name = "other";
        List<String> taken = labels(0, seen.size());
        while (taken.contains(name)) {
            name = "(" + name + ")";
        }
        return name;
    }

    private double meanWords() {
        long total = 0;
        for (int code : seen) {
            total += (long) counts[code]
                    * WordsEncoder.words(column.values().get(code)).size();
        }
        return (double) total / present;
    }

    private FittedColumn.Words words() {
        List<String> frequent = FrequentWords.of(column, seen, counts, present);
        List<String> names = new ArrayList<>();
        names.add(unique.apply(column.name() + ".length"));
        names.add(unique.apply(column.name() + ".words"));
        frequent.forEach(word -> names.add(unique.apply(column.name() + ".has." + word)));
        return new FittedColumn.Words(column.name(), frequent, names);
    }
}
