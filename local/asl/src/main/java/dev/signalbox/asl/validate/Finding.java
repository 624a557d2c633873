package dev.signalbox.asl.validate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Something that is wrong with a definition.
///
/// @param severity whether it can run all the same
/// @param code the kind, as AWS names it
/// @param message what was found, what was expected, and what to write instead
/// @param location a JSON pointer into the definition; empty for the whole of it
public record Finding(Severity severity, FindingCode code, String message, String location) {

    /// The finding as ValidateStateMachineDefinition gives it: `severity`, `code`, `message`, `location`.
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("severity", severity.name())
                .put("code", code.name())
                .put("message", message)
                .put("location", location);
    }
}
