package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.definition.Definition;
import dev.signalbox.asl.definition.DefinitionReader;
import dev.signalbox.asl.definition.MalformedDefinitionException;

/// Turns JSON into a definition, or into all that is wrong with it.
final class DefinitionCheck {

    private DefinitionCheck() {}

    static Definition checked(JsonNode json) throws InvalidDefinitionException {
        try {
            return DefinitionReader.read(json);
        } catch (MalformedDefinitionException e) {
            throw new InvalidDefinitionException(e.location() + ": " + e.getMessage());
        }
    }
}
