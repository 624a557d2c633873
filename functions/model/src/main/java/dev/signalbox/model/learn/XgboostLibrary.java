package dev.signalbox.model.learn;

import java.nio.file.Path;

/// Loads XGBoost's native library, once a process. Called before any class of XGBoost is touched.
final class XgboostLibrary {
    private static final String FILE = "libxgboost4j.so";

    private static boolean loaded;

    private XgboostLibrary() {}

    /// From a file of `java.library.path` where there is one; else XGBoost copies it out of its jar.
    ///
    /// Raises an [UnsatisfiedLinkError] where the file or a library that it needs cannot be loaded.
    static synchronized void load() {
        if (loaded) {
            return;
        }
        LibraryFailure.expectNoLogger();
        Path file = NativeFiles.find(FILE);
        if (file != null) {
            NativeFiles.load(file);
            tellXgboost();
        }
        loaded = true;
    }

    /// XGBoost's loader knows no other place than its jar, not by a setting either (`xgboostruntime.native.…`
    /// names a resource, which is copied out as well), so it is told that its work is done.
    private static void tellXgboost() {
        try {
            var initialized =
                    Class.forName("ml.dmlc.xgboost4j.java.NativeLibLoader").getDeclaredField("initialized");
            initialized.setAccessible(true);
            initialized.setBoolean(null, true);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this version of XGBoost has another loader", e);
        }
    }
}
