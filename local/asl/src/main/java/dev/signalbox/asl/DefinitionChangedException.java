package dev.signalbox.asl;

/// An execution was to be resumed with another definition than it was started with.
public final class DefinitionChangedException extends ExecutionRefusedException {
    private static final long serialVersionUID = 1L;

    /// @param executionName the name
    /// @param startedWith SHA-256 of the definition at the start
    /// @param resumedWith SHA-256 of the definition now
    public DefinitionChangedException(String executionName, String startedWith, String resumedWith) {
        super(
                ("The execution '%s' was started with another definition (sha256 %s…, now %s…). Resume it with the one it was started with,"
                                + " or start a new execution with the new one.")
                        .formatted(executionName, startedWith.substring(0, 12), resumedWith.substring(0, 12)));
    }
}
