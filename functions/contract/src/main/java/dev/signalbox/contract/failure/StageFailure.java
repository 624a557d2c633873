package dev.signalbox.contract.failure;

import org.jspecify.annotations.Nullable;

/// A stage could not do its work. The message says what was found and what was expected; the hint says what
/// to do next; between them may stand what the call had used ([CallUse]).
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
    private transient @Nullable CallUse use;

    /// @param message what was found and what was expected, without data values that could be secret
    /// @param hint what to do next
    protected StageFailure(String message, String hint) {
        super(message + HINT_MARK + hint);
    }

    /// @param cause what the adapter or library threw
    protected StageFailure(String message, String hint, Throwable cause) {
        super(message + HINT_MARK + hint, cause);
    }

    /// Notes what the call had used; the text carries it from here on.
    public final void used(CallUse used) {
        this.use = used;
    }

    @Override
    public String getMessage() {
        String text = String.valueOf(super.getMessage());
        return use == null ? text : messageOf(text) + use.line() + HINT_MARK + hintOf(text);
    }

    /// The first part of a failure's text as Lambda reports it: what was found and expected.
    public static String messageOf(String text) {
        int mark = text.indexOf(HINT_MARK);
        return CallUse.without(mark < 0 ? text : text.substring(0, mark));
    }

    /// The second part: what to do next; empty when the text carries none.
    public static String hintOf(String text) {
        int mark = text.indexOf(HINT_MARK);
        return mark < 0 ? "" : text.substring(mark + HINT_MARK.length());
    }
}
