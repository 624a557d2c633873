package dev.signalbox.model.learn;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A booster in native memory.
final class LightGbmBooster implements AutoCloseable {
    private static final int EVALUATIONS = 64;
    private static final int ALL_ROUNDS = -1;
    private static final long TEXT_BYTES = 1 << 16;
    private final long handle;

    private LightGbmBooster(long handle) {
        this.handle = handle;
    }

    static LightGbmBooster create(LightGbmDataset train, String parameters) {
        try (Arena arena = Arena.ofConfined()) {
            return new LightGbmBooster(LightGbmLibrary.handle(
                    arena, out -> lightgbmlibJNI.LGBM_BoosterCreate(train.handle(), parameters, out)));
        }
    }

    static LightGbmBooster parse(String text) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment iterations = arena.allocate(ValueLayout.JAVA_LONG);
            return new LightGbmBooster(LightGbmLibrary.handle(
                    arena, out -> lightgbmlibJNI.LGBM_BoosterLoadModelFromString(text, iterations.address(), out)));
        }
    }

    void watch(LightGbmDataset valid) {
        LightGbmLibrary.check(lightgbmlibJNI.LGBM_BoosterAddValidData(handle, valid.handle()));
    }

    /// One round more; false where no tree could be grown any more.
    boolean boost() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment finished = arena.allocate(ValueLayout.JAVA_INT);
            LightGbmLibrary.check(lightgbmlibJNI.LGBM_BoosterUpdateOneIter(handle, finished.address()));
            return finished.get(ValueLayout.JAVA_INT, 0) == 0;
        }
    }

    /// The first metric of the training rows (0) or of what is watched (1).
    double loss(int which) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
            MemorySegment values = arena.allocate(ValueLayout.JAVA_DOUBLE, EVALUATIONS);
            LightGbmLibrary.check(lightgbmlibJNI.LGBM_BoosterGetEval(handle, which, count.address(), values.address()));
            return values.get(ValueLayout.JAVA_DOUBLE, 0);
        }
    }

    /// The first rounds as LightGBM's own text.
    String text(int rounds) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
            return lightgbmlibJNI.LGBM_BoosterSaveModelToStringSWIG(handle, 0, rounds, 0, TEXT_BYTES, length.address());
        }
    }

    /// Scores rows of a row-major array.
    ///
    /// @param kind [LightGbmLibrary#RAW_SCORES] or [LightGbmLibrary#CONTRIBUTIONS]
    /// @param numbersPerRow that this kind gives
    double[] predict(float[] values, int firstRow, int rows, int width, int kind, int numbersPerRow, int threads) {
        return predict(values, firstRow, rows, width, kind, numbersPerRow, threads, ALL_ROUNDS);
    }

    /// The first rounds' raw scores for all rows of a row-major array.
    double[] scores(float[] values, int rows, int width, int numbersPerRow, int rounds) {
        return predict(values, 0, rows, width, LightGbmLibrary.RAW_SCORES, numbersPerRow, 1, rounds);
    }

    private double[] predict(
            float[] values, int firstRow, int rows, int width, int kind, int numbersPerRow, int threads, int rounds) {
        double[] answer = new double[rows * numbersPerRow];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = LightGbmLibrary.copy(arena, values, firstRow * width, rows * width);
            MemorySegment out = arena.allocate(ValueLayout.JAVA_DOUBLE, answer.length);
            MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
            LightGbmLibrary.check(lightgbmlibJNI.LGBM_BoosterPredictForMat(
                    handle,
                    copy.address(),
                    LightGbmLibrary.FLOAT32,
                    rows,
                    width,
                    1,
                    kind,
                    0,
                    rounds,
                    "num_threads=" + threads,
                    length.address(),
                    out.address()));
            MemorySegment.copy(out, ValueLayout.JAVA_DOUBLE, 0, answer, 0, answer.length);
            return answer;
        }
    }

    @Override
    public void close() {
        LightGbmLibrary.check(lightgbmlibJNI.LGBM_BoosterFree(handle));
    }
}
