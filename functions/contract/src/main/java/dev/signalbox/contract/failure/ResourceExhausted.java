package dev.signalbox.contract.failure;

/// Memory, disk or time of the machine ran out; nothing half-written is visible. A larger machine or smaller
/// input helps.
public final class ResourceExhausted extends StageFailure {
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected
    /// @param hint what to do next
    public ResourceExhausted(String message, String hint) {
        super(message, hint);
    }

    /// @param message what was found and what was expected
    /// @param hint what to do next
    /// @param cause what the adapter or library threw
    public ResourceExhausted(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
