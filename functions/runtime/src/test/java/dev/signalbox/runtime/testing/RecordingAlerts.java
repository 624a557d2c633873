package dev.signalbox.runtime.testing;

import dev.signalbox.runtime.store.Alerts;
import java.util.ArrayList;
import java.util.List;

/// Remembers what was sent.
public final class RecordingAlerts implements Alerts {
    private final List<String> sent = new ArrayList<>();

    @Override
    public synchronized void send(String subject, String message) {
        sent.add(subject + "\n" + message);
    }

    /// Subject and message of each, oldest first.
    public synchronized List<String> sent() {
        return List.copyOf(sent);
    }
}
