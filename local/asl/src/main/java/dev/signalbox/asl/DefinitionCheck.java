package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.definition.Definition;
import dev.signalbox.asl.definition.DefinitionReader;
import dev.signalbox.asl.definition.MalformedDefinitionException;
import dev.signalbox.asl.expression.ParsedExpressions;
import dev.signalbox.asl.validate.Finding;
import dev.signalbox.asl.validate.FindingCode;
import dev.signalbox.asl.validate.Severity;
import dev.signalbox.asl.validate.Validator;
import java.util.List;

/// Turns JSON into a definition, or into all that is wrong with it.
final class DefinitionCheck {

    private DefinitionCheck() {}

    static Definition checked(String machineName, JsonNode json) throws InvalidDefinitionException {
        ParsedExpressions expressions = new ParsedExpressions();
        List<Finding> findings = Validator.validate(json, expressions);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new InvalidDefinitionException(machineName, findings);
        }
        try {
            return DefinitionReader.read(json, expressions);
        } catch (MalformedDefinitionException e) {
            Finding finding = new Finding(
                    Severity.ERROR, FindingCode.SCHEMA_VALIDATION_FAILED, String.valueOf(e.getMessage()), e.location());
            throw new InvalidDefinitionException(machineName, List.of(finding));
        }
    }
}
