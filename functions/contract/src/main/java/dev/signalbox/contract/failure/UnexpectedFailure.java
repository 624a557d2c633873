package dev.signalbox.contract.failure;

/// A defect of Signalbox: something that no rule foresaw. Never retried; the cause is kept for the report to
/// its developers.
public final class UnexpectedFailure extends StageFailure {
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected
    /// @param hint what to do next
    public UnexpectedFailure(String message, String hint) {
        super(message, hint);
    }

    /// @param message what was found and what was expected
    /// @param hint what to do next
    /// @param cause what the adapter or library threw
    public UnexpectedFailure(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
