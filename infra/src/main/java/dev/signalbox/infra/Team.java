package dev.signalbox.infra;

import java.util.Locale;

/// A team that owns a module of functions, and with it a zip.
public enum Team {
    /// Data in, and judged.
    DATA,
    /// Models.
    MODEL,
    /// Decisions.
    AGENT,
    /// The champion, and how runs end.
    REGISTRY;

    /// As folders and packages have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
