package dev.signalbox.asl.history;

/// Hears each event of an execution as it happens, for live progress.
@FunctionalInterface
public interface HistoryListener {

    /// Called on the thread of the execution, in the order of the ids; must return quickly. After a crash
    /// the events since the last checkpoint are told again under the same ids.
    void happened(String executionName, HistoryEvent event);

    /// Hears nothing.
    static HistoryListener none() {
        return (executionName, event) -> {};
    }
}
