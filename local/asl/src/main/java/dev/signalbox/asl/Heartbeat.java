package dev.signalbox.asl;

/// Tells that work is alive, as `SendTaskHeartbeat` does.
@FunctionalInterface
public interface Heartbeat {

    /// Restarts the `HeartbeatSeconds` of the task. Cheap; callable from any thread; ignored once the task
    /// has ended.
    void beat();
}
