package dev.signalbox.contract.failure;

/// A stage could not do its work. The message says what was found and what was expected; the hint says what
/// to do next.
public abstract sealed class StageFailure extends RuntimeException
        permits InvalidInput,
                DataQuality,
                ArtifactDamaged,
                DependencyUnavailable,
                ResourceExhausted,
                GuardrailHalt,
                UnexpectedFailure {
    private static final String HINT_MARK = "\nHint: ";
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected, without data values that could be secret
    /// @param hint what to do next
    protected StageFailure(String message, String hint) {
        super(message + HINT_MARK + hint);
    }

    /// @param cause what the adapter or library threw
    protected StageFailure(String message, String hint, Throwable cause) {
        super(message + HINT_MARK + hint, cause);
    }

    /// The first part of a failure's text as Lambda reports it: what was found and expected.
    public static String messageOf(String text) {
        int mark = text.indexOf(HINT_MARK);
        return mark < 0 ? text : text.substring(0, mark);
    }

    /// The second part: what to do next; empty when the text carries none.
    public static String hintOf(String text) {
        int mark = text.indexOf(HINT_MARK);
        return mark < 0 ? "" : text.substring(mark + HINT_MARK.length());
    }
}
