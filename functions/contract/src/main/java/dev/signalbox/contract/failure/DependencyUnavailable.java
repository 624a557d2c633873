package dev.signalbox.contract.failure;

/// A store or service did not answer, asked to slow down or refused access. Safe to retry; what lasts is for
/// people to mend.
public final class DependencyUnavailable extends StageFailure {
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected
    /// @param hint what to do next
    public DependencyUnavailable(String message, String hint) {
        super(message, hint);
    }

    /// @param message what was found and what was expected
    /// @param hint what to do next
    /// @param cause what the adapter or library threw
    public DependencyUnavailable(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
