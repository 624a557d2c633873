package dev.signalbox.runtime;

/// The stages by the one name that serves everywhere: state, handler, package, events folder, metric
/// dimension, IAM role.
public enum StageName {
    /// Which pipeline, which dataset version, seen before?
    INTAKE,
    /// Any supported format to typed Parquet.
    INGEST,
    /// Profile, contract, drift.
    VALIDATE,
    /// Repairs of a dataset.
    REPAIR,
    /// Split, then fit transforms.
    PREPARE,
    /// One candidate.
    TRAIN,
    /// Candidates on validation data.
    EVALUATE,
    /// Several candidates into one.
    BLEND,
    /// The holdout, opened once.
    GATE,
    /// Rows scored by the champion.
    PREDICT,
    /// The junction.
    DECIDE,
    /// The junction after a failure.
    TRIAGE,
    /// The champion moves.
    PROMOTE,
    /// The champion stays.
    REJECT,
    /// The data is set aside.
    QUARANTINE,
    /// An earlier champion returns.
    ROLLBACK,
    /// A person is asked.
    AWAIT_APPROVAL,
    /// Somebody is told of a failure.
    ALERT,
    /// The HTML file that ends a run.
    REPORT;

    /// As packages, folders and metrics have it: `await_approval` is `awaitapproval`.
    public String id() {
        return name().replace("_", "").toLowerCase(java.util.Locale.ROOT);
    }

    /// As states and classes have it: `AwaitApproval`.
    public String title() {
        StringBuilder title = new StringBuilder();
        for (String word : name().split("_", -1)) {
            title.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return title.toString();
    }
}
