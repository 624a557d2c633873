package dev.signalbox.runtime;

/// What watching a deployment takes, in things that AWS bills by the month; a test counts them in the
/// template.
public final class Watching {
    private static final int ALARMED_METRICS = 44;
    private static final int ALARMED_METRICS_OF_A_PIPELINE = 3;

    private Watching() {}

    /// Metrics in alarms, each of which is billed.
    ///
    /// @param pipelines 0 or more
    public static int alarmedMetrics(int pipelines) {
        return ALARMED_METRICS + ALARMED_METRICS_OF_A_PIPELINE * pipelines;
    }

    /// Dashboards: one a pipeline.
    ///
    /// @param pipelines 0 or more
    public static int dashboards(int pipelines) {
        return pipelines;
    }
}
