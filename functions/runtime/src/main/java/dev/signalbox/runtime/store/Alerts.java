package dev.signalbox.runtime.store;

/// Tells people that something needs them.
public interface Alerts {
    /// Sends a message; delivery is at least once.
    ///
    /// @param subject one line of at most 100 characters
    /// @param message plain text
    void send(String subject, String message);
}
