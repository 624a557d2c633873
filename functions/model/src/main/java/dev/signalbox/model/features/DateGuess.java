package dev.signalbox.model.features;

import dev.signalbox.contract.reading.DateOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out whether texts are dates, and in which order their numbers stand.
final class DateGuess {
    private static final double NEARLY_ALL = 0.95;
    private static final int FIRST_LOOK = 20;
    private static final double HALF = 0.5;

    private DateGuess() {}

    /// The order, where at least 95 % of the texts are dates in it; null where they are not.
    static @Nullable DateOrder order(List<String> texts) {
        List<String> present =
                texts.stream().filter(text -> !MissingMarks.isMissing(text)).toList();
        List<String> look = present.subList(0, Math.min(FIRST_LOOK, present.size()));
        long likely = Math.max(read(look, DateOrder.DAY_FIRST), read(look, DateOrder.MONTH_FIRST));
        if (present.size() < 2 || likely < HALF * look.size()) {
            return null;
        }
        DateOrder best = best(present);
        return read(present, best) >= NEARLY_ALL * present.size() ? best : null;
    }

    private static DateOrder best(List<String> texts) {
        long dayFirst = read(texts, DateOrder.DAY_FIRST);
        long monthFirst = read(texts, DateOrder.MONTH_FIRST);
        if (read(texts, DateOrder.UNAMBIGUOUS) == Math.max(dayFirst, monthFirst)) {
            return DateOrder.UNAMBIGUOUS;
        }
        if (dayFirst != monthFirst) {
            return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
        // Slashes are the American way of writing; points and dashes are that of most other places.
        return texts.getFirst().indexOf('/') >= 0 ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    private static long read(List<String> texts, DateOrder order) {
        return texts.stream()
                .filter(text -> !DateText.isUnreadable(DateText.seconds(text, order)))
                .count();
    }
}
