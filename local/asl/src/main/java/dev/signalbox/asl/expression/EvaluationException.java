package dev.signalbox.asl.expression;

import java.util.regex.Pattern;

/// An expression that failed while the machine ran: `States.QueryEvaluationError` on AWS. The message is
/// AWS's sentence after "An error occurred while executing the state '…' (entered at the event id #…). ",
/// which the engine puts in front.
public final class EvaluationException extends Exception {
    private static final long serialVersionUID = 1L;

    /// The error name that `ErrorEquals` matches.
    public static final String ERROR_NAME = "States.QueryEvaluationError";

    private static final Pattern CODED = Pattern.compile("[A-Z][0-9]{4}: ");

    private final String field;

    private EvaluationException(String field, String message) {
        super(message);
        this.field = field;
    }

    /// JSONata raised an error: a type mismatch, `$error()`, an unknown function, or a bound of time, depth
    /// or size.
    ///
    /// @param detail JSONata's code and sentence, such as `T1006: Attempted to invoke a non-function`
    static EvaluationException threw(String expression, String field, String detail) {
        String link = CODED.matcher(detail).lookingAt() ? ". " : ": ";
        return new EvaluationException(
                field, subject(expression, field) + " threw an error during evaluation" + link + detail);
    }

    /// The expression's value is JSONata's "nothing", which JSON cannot hold.
    static EvaluationException undefined(String expression, String field) {
        return new EvaluationException(field, subject(expression, field) + " returned nothing (undefined).");
    }

    /// The expression's value is a function or a regular expression.
    static EvaluationException unsupported(String expression, String field) {
        return new EvaluationException(field, subject(expression, field) + " returned an unsupported result type.");
    }

    /// The value has another JSON type than the field takes.
    ///
    /// @param value the value as compact JSON
    static EvaluationException unexpected(
            String expression, String field, String expected, String found, String value) {
        return new EvaluationException(
                field,
                "%s returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
                        .formatted(subject(expression, field), expected, found, value));
    }

    /// The field that the expression stands in, in AWS's form: `Output/total`. It is `location` in the event
    /// `EvaluationFailed`.
    public String field() {
        return field;
    }

    private static String subject(String expression, String field) {
        return "The JSONata expression '" + expression + "' specified for the field '" + field + "'";
    }
}
