package dev.signalbox.model.learn;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Binned rows in native memory.
final class LightGbmDataset implements AutoCloseable {
    private final long handle;

    private LightGbmDataset(long handle) {
        this.handle = handle;
    }

    /// Bins rows; the validation rows by the bins of the training rows.
    ///
    /// @param like the handle of the training rows, 0 for themselves
    static LightGbmDataset of(BoostingRows.Part part, int width, String parameters, long like) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment values = LightGbmLibrary.copy(arena, part.values(), 0, part.values().length);
            LightGbmDataset dataset = new LightGbmDataset(LightGbmLibrary.handle(
                    arena,
                    out -> lightgbmlibJNI.LGBM_DatasetCreateFromMat(
                            values.address(), LightGbmLibrary.FLOAT32, part.rows(), width, 1, parameters, like, out)));
            dataset.field(arena, "label", part.labels());
            if (part.weights().length > 0) {
                dataset.field(arena, "weight", part.weights());
            }
            return dataset;
        }
    }

    long handle() {
        return handle;
    }

    @Override
    public void close() {
        LightGbmLibrary.check(lightgbmlibJNI.LGBM_DatasetFree(handle));
    }

    private void field(Arena arena, String name, float[] values) {
        MemorySegment copy = LightGbmLibrary.copy(arena, values, 0, values.length);
        LightGbmLibrary.check(lightgbmlibJNI.LGBM_DatasetSetField(
                handle, name, copy.address(), values.length, LightGbmLibrary.FLOAT32));
    }
}
