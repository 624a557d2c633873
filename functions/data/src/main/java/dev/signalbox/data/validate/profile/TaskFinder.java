package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.profile.ColumnProfile;
import org.jspecify.annotations.Nullable;

/// What is predicted. The one place where this is decided; everybody else reads `profile.task()`.
///
/// 1. No target, or fewer than two values of it: no task.
/// 2. A task that the pipeline configures is taken as it is.
/// 3. A date: no task, since neither class nor number is meant by it.
/// 4. Two values of any type: binary.
/// 5. Text: multiclass.
/// 6. Whole numbers with at most 20 values, each ten times on average: multiclass, for these are codes or
///    grades.
/// 7. Any other number: regression.
public final class TaskFinder {
    private static final int MOST_CODES = 20;
    private static final int ROWS_PER_CODE = 10;

    private TaskFinder() {}

    /// The task; null where there is none.
    ///
    /// @param configured of the pipeline; null: to be found
    /// @param target the target's column; null where the table lacks it
    /// @param rows of the table
    public static @Nullable Task find(@Nullable Task configured, @Nullable ColumnProfile target, long rows) {
        if (target == null || target.distinct() < 2) {
            return null;
        }
        return configured != null ? configured : foundIn(target, rows);
    }

    private static @Nullable Task foundIn(ColumnProfile target, long rows) {
        Task byCount = target.distinct() == 2 ? Task.BINARY : Task.MULTICLASS;
        return switch (target.type()) {
            case DATE, TIMESTAMP -> null;
            case TEXT, BOOLEAN -> byCount;
            case INTEGER -> isCode(target.distinct(), rows) ? byCount : Task.REGRESSION;
            case NUMBER -> target.distinct() == 2 ? Task.BINARY : Task.REGRESSION;
        };
    }

    private static boolean isCode(long distinct, long rows) {
        return distinct == 2 || (distinct <= MOST_CODES && distinct * ROWS_PER_CODE <= rows);
    }
}
