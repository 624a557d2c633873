package dev.signalbox.model.learn;

import dev.signalbox.contract.action.RetryChanges;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How many threads the native libraries may use where a model is applied. Each has buffers of its own, so
/// that fewer need less memory; no answer depends on their number.
public final class ThreadLimit {
    private static final ScopedValue<Integer> MOST = ScopedValue.newInstance();

    private ThreadLimit() {}

    /// Does the work of a stage with no more threads than its changes say.
    ///
    /// @param changes null for none; 0 threads leave it to the machine
    public static <T> T within(@Nullable RetryChanges changes, Supplier<T> work) {
        return changes == null || changes.threads() == 0
                ? work.get()
                : ScopedValue.where(MOST, changes.threads()).call(work::get);
    }

    /// As many as the machine has, or as the stage may use.
    public static int threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return MOST.isBound() ? Math.min(MOST.get(), processors) : processors;
    }
}
