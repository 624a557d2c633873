package dev.signalbox.model.learn;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.signalbox.contract.failure.StageFailure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The C interface of LightGBM over raw memory.
///
/// The classes of lightgbm4j reserve two numbers a row for predictions, which more than two classes overrun,
/// and copy number by number through JNI; so only its native libraries and its declarations are used.
final class LightGbmLibrary {
    static final int FLOAT32 = 0;
    static final int RAW_SCORES = 1;
    static final int CONTRIBUTIONS = 3;

    private LightGbmLibrary() {}

    /// Loads the native library once.
    static void load() {
        try {
            LightGbmNatives.load();
        } catch (IOException | NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw LibraryFailure.notLoaded("LightGBM", e);
        }
    }

    /// Raises the library's last error where a call did not return 0.
    static void check(int code) {
        if (code != 0) {
            throw failure(lightgbmlibJNI.LGBM_GetLastError());
        }
    }

    /// The handle that `create` wrote to the address that it was given.
    static long handle(Arena arena, HandleMaker create) {
        MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
        check(create.make(out.address()));
        return out.get(ValueLayout.JAVA_LONG, 0);
    }

    /// A copy that native code can read.
    static MemorySegment copy(Arena arena, float[] values, int start, int count) {
        MemorySegment copy = arena.allocate(ValueLayout.JAVA_FLOAT, Math.max(1, count));
        MemorySegment.copy(values, start, copy, ValueLayout.JAVA_FLOAT, 0, count);
        return copy;
    }

    private static StageFailure failure(String message) {
        return LibraryFailure.of("LightGBM", new IllegalStateException(message));
    }

    /// A call that writes a handle to an address.
    @FunctionalInterface
    interface HandleMaker {
        int make(long address);
    }
}
