package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.expression.Bindings;
import dev.signalbox.asl.expression.EvaluationException;
import dev.signalbox.asl.expression.ExpressionEnvironment;
import dev.signalbox.asl.expression.JsonType;
import dev.signalbox.asl.expression.Template;
import dev.signalbox.asl.history.EventType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Evaluates the fields of states, and turns what goes wrong into `EvaluationFailed` and
/// `States.QueryEvaluationError`.
final class Evaluator {

    private static final Bindings NOTHING = new Bindings(JsonNodeFactory.instance.objectNode(), Map.of());

    private final ContextObject contexts;
    private final ExpressionEnvironment environment;

    Evaluator(ContextObject contexts, ExpressionEnvironment environment) {
        this.contexts = contexts;
        this.environment = environment;
    }

    /// What a field can name beside the input, the context and the variables.
    ///
    /// @param result `$states.result`; absent where the field has none
    /// @param errorOutput `$states.errorOutput`; absent where the field has none
    record Given(@Nullable JsonNode result, @Nullable JsonNode errorOutput) {
        static final Given NOTHING = new Given(null, null);

        /// Whether there is anything at all.
        boolean something() {
            return result != null || errorOutput != null;
        }

        static Given result(JsonNode result) {
            return new Given(result, null);
        }

        static Given error(JsonNode errorOutput) {
            return new Given(null, errorOutput);
        }
    }

    /// The value of a field.
    JsonNode value(Strand strand, Template template, Given given) throws StateFailure {
        try {
            return template.evaluate(bindings(strand, template, given));
        } catch (EvaluationException e) {
            throw failed(strand, e);
        }
    }

    /// The value of a field that takes one type, or one of two.
    JsonNode value(Strand strand, Template template, JsonType expected, JsonType... others) throws StateFailure {
        try {
            return template.evaluate(bindings(strand, template, Given.NOTHING), expected, others);
        } catch (EvaluationException e) {
            throw failed(strand, e);
        }
    }

    /// The value of a field for one item of a Map.
    JsonNode item(Strand strand, Template template, MapItem item) throws StateFailure {
        try {
            JsonNode states = states(strand.input, contexts.of(strand, item), Given.NOTHING);
            return template.evaluate(new Bindings(states, strand.variables, environment));
        } catch (EvaluationException e) {
            throw failed(strand, e);
        }
    }

    /// A whole number from a field; empty when there is no field.
    OptionalLong wholeNumber(Strand strand, @Nullable Template template, long least, long most) throws StateFailure {
        if (template == null) {
            return OptionalLong.empty();
        }
        JsonNode value = value(strand, template, JsonType.NUMBER);
        BigDecimal number = value.decimalValue();
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw failed(strand, template.unexpected("integer from " + least + " to " + most, value));
        }
        return OptionalLong.of(number.longValueExact());
    }

    /// The failure of an evaluation, written into the history.
    StateFailure failed(Strand strand, EvaluationException e) {
        return failed(strand, e.field(), String.valueOf(e.getMessage()), strand.beforeEnteredEventId);
    }

    /// A value that a field does not take, written into the history.
    ///
    /// @param field the name of the field
    /// @param message what is wrong, a sentence
    /// @param previousEventId what the event follows
    StateFailure failed(Strand strand, String field, String message, long previousEventId) {
        StateFailure failure = new StateFailure(ErrorNames.QUERY_EVALUATION_ERROR, inState(strand, message));
        ObjectNode details = failure.details();
        details.put("location", field);
        details.put("state", strand.stateName);
        strand.lastEventId = strand.recorder.record(previousEventId, EventType.EVALUATION_FAILED, null, details);
        return failure;
    }

    /// A sentence in the form in which AWS tells what happened in a state.
    static String inState(Strand strand, String message) {
        return "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                .formatted(strand.stateName, strand.enteredEventId, message);
    }

    private Bindings bindings(Strand strand, Template template, Given given) {
        if (template.isConstant()) {
            return NOTHING;
        }
        return new Bindings(states(strand.input, contexts.of(strand), given), strand.variables, environment);
    }

    private static ObjectNode states(JsonNode input, JsonNode context, Given given) {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        states.set("input", input);
        if (given.result != null) {
            states.set("result", given.result);
        }
        if (given.errorOutput != null) {
            states.set("errorOutput", given.errorOutput);
        }
        states.set("context", context);
        return states;
    }
}
