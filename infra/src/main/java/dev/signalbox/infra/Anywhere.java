package dev.signalbox.infra;

/// The statements whose resource is `*`, each with its reason. There are no others; a test reads the
/// templates.
public enum Anywhere {
    /// Traces.
    TRACE("Trace", "X-Ray knows no resources: what is sent is a trace, not a thing that could be named."),
    /// Logs of the state machine.
    DELIVER_LOGS(
            "DeliverLogs",
            "The log deliveries of vended logs know no resources; AWS documents this very statement for logs of Step"
                    + " Functions.");

    private final String id;
    private final String reason;

    Anywhere(String id, String reason) {
        this.id = id;
        this.reason = reason;
    }

    /// Of the statement.
    public String id() {
        return id;
    }

    /// Why nothing narrower will do.
    public String reason() {
        return reason;
    }
}
