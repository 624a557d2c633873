package dev.signalbox.asl.expression;

/// A value of an expression that JSON cannot hold: a function, a regular expression, or a tree too deep to
/// write.
final class UnsupportedValueException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedValueException(String message) {
        super(message);
    }
}
