package dev.signalbox.model.train;

import com.sun.management.OperatingSystemMXBean;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.model.matrix.Matrix;
import java.lang.management.ManagementFactory;
import java.util.List;

/// Refuses a candidate whose native memory would not fit before it takes the process down: the machine ends
/// a process that asks for too much without a word.
///
/// @param memoryMb of the function; 0 where the machine's own memory is the limit
record MemoryLimit(int memoryMb) {
    /// Below it nothing is looked up: no machine is that small.
    private static final long UNQUESTIONED_BYTES = 128L << 20;

    private static final long BYTES_PER_MB = 1L << 20;

    /// Bytes for each number of a row: XGBoost keeps 8 (index and value) and a bin of 2, LightGBM a copy of
    /// 4 and a bin of 1. Reckoned, not measured.
    private static final long XGBOOST_BYTES = 10;

    private static final long LIGHTGBM_BYTES = 5;

    /// Raises [ResourceExhausted] where the learner would not fit beside the matrices.
    ///
    /// @param matrices that it learns from or is watched on at the same time
    void require(Algorithm algorithm, List<Matrix> matrices) {
        long numbers =
                matrices.stream().mapToLong(matrix -> matrix.values().length).sum();
        long needed = numbers * bytes(algorithm);
        if (needed <= UNQUESTIONED_BYTES) {
            return;
        }
        long available = available() - numbers * Float.BYTES;
        if (needed > available) {
            throw new ResourceExhausted(
                    algorithm.id() + " needs about " + needed / BYTES_PER_MB + " MB for " + numbers
                            + " numbers; there are " + Math.max(0, available / BYTES_PER_MB) + " MB.",
                    "Use a larger function or machine, or train on a share of the rows (sampleFraction).");
        }
    }

    private static long bytes(Algorithm algorithm) {
        return switch (algorithm) {
            case BASELINE, LINEAR, BLEND -> 0;
            case XGBOOST -> XGBOOST_BYTES;
            case LIGHTGBM -> LIGHTGBM_BYTES;
        };
    }

    private long available() {
        return memoryMb > 0
                ? memoryMb * BYTES_PER_MB
                : ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
    }
}
