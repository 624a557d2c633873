package dev.signalbox.runtime;

/// Where a stage's structured log lines go. Lambda's logger on AWS, a file on a laptop.
@FunctionalInterface
public interface StageLog {
    /// Drops every line; on Lambda the handler logs to the invocation's own logger instead.
    StageLog NONE = line -> {};

    /// Writes one line of JSON, without data values and without secrets.
    void line(String json);
}
