package dev.signalbox.contract.failure;

/// The data was read, but nothing useful can be made of it (no rows, no usable target). Retrying does not
/// help.
public final class DataQuality extends StageFailure {
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected
    /// @param hint what to do next
    public DataQuality(String message, String hint) {
        super(message, hint);
    }

    /// @param message what was found and what was expected
    /// @param hint what to do next
    /// @param cause what the adapter or library threw
    public DataQuality(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
