package dev.signalbox.contract.failure;

/// A guardrail or an operator stopped the run. Never retried.
public final class GuardrailHalt extends StageFailure {
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected
    /// @param hint what to do next
    public GuardrailHalt(String message, String hint) {
        super(message, hint);
    }

    /// @param message what was found and what was expected
    /// @param hint what to do next
    /// @param cause what the adapter or library threw
    public GuardrailHalt(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
