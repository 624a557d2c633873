package dev.signalbox.asl.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// What an expression can name. Nothing in it is copied or changed: the trees must not be modified while an
/// evaluation runs, and parts of them may stand in the result.
///
/// @param states the object behind `$states`: `input` always, `context` always, `result` and `errorOutput`
///     only where the field has them
/// @param variables the machine's variables in scope, by name without `$`
/// @param environment time and chance
public record Bindings(JsonNode states, Map<String, JsonNode> variables, ExpressionEnvironment environment) {

    /// Bindings on the machine's own clock and chance.
    public Bindings(JsonNode states, Map<String, JsonNode> variables) {
        this(states, variables, ExpressionEnvironment.system());
    }
}
