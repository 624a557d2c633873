package dev.signalbox.asl;

/// A definition is no sound state machine.
public final class InvalidDefinitionException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidDefinitionException(String message) {
        super(message);
    }
}
