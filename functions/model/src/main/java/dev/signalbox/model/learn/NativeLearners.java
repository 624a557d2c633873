package dev.signalbox.model.learn;

/// Loads the learners' native libraries ahead of the first training: a head start on a laptop, priming
/// before a snapshot of a function, a check of a machine's health.
///
/// Each method raises [dev.signalbox.contract.failure.UnexpectedFailure] where the library cannot be loaded;
/// to load it again is free.
public final class NativeLearners {
    private NativeLearners() {}

    /// LightGBM's.
    public static void loadLightGbm() {
        LightGbmLibrary.load();
    }

    /// XGBoost's.
    public static void loadXgboost() {
        try {
            XgboostLibrary.load();
            Class.forName("ml.dmlc.xgboost4j.java.XGBoost");
        } catch (ClassNotFoundException | LinkageError e) {
            throw LibraryFailure.notLoaded("XGBoost", e);
        }
    }
}
