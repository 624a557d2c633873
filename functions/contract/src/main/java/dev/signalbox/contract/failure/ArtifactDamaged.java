package dev.signalbox.contract.failure;

/// An artifact is gone, or its bytes are not those that were written. The data is not to blame, and another
/// try would find the same.
public final class ArtifactDamaged extends StageFailure {
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected
    /// @param hint what to do next
    public ArtifactDamaged(String message, String hint) {
        super(message, hint);
    }

    /// @param message what was found and what was expected
    /// @param hint what to do next
    /// @param cause what the adapter or library threw
    public ArtifactDamaged(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
