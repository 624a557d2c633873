package dev.signalbox.asl.check;

/// A case cannot be run, or went where nobody could follow: its files are missing or no JSON, its definition
/// is invalid, a task has no mock. Says what was found, what was expected, and what to do next.
public final class CheckException extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message what is wrong with the case
    public CheckException(String message) {
        super(message);
    }
}
