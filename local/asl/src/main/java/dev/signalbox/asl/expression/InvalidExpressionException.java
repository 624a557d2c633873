package dev.signalbox.asl.expression;

/// An expression that JSONata's grammar refuses. Found when a machine is loaded, never while it runs.
public final class InvalidExpressionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final String expression;
    private final int position;
    private final String reason;

    /// @param field where the expression stands, in AWS's form: `Output/total`
    /// @param expression the text between the delimiters, trimmed
    /// @param position index of the offending character in the expression, from 0; -1 when unknown
    /// @param reason JSONata's code and sentence
    public InvalidExpressionException(String field, String expression, int position, String reason) {
        super("The JSONata expression '%s' specified for the field '%s' cannot be parsed%s. %s"
                .formatted(expression, field, position < 0 ? "" : " at position " + position, reason));
        this.field = field;
        this.expression = expression;
        this.position = position;
        this.reason = reason;
    }

    /// Where the expression stands, in AWS's form: `Output/total`.
    public String field() {
        return field;
    }

    /// The text between the delimiters, trimmed.
    public String expression() {
        return expression;
    }

    /// Index of the offending character in the expression, counted from 0; -1 when unknown.
    public int position() {
        return position;
    }

    /// What the grammar says, with JSONata's code: `S0207: Unexpected end of expression`.
    public String reason() {
        return reason;
    }
}
