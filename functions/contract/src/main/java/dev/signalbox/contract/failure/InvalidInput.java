package dev.signalbox.contract.failure;

/// The request, configuration or file cannot be used as it is. Retrying does not help.
public final class InvalidInput extends StageFailure {
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected
    /// @param hint what to do next
    public InvalidInput(String message, String hint) {
        super(message, hint);
    }

    /// @param message what was found and what was expected
    /// @param hint what to do next
    /// @param cause what the adapter or library threw
    public InvalidInput(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
