package dev.signalbox.asl.validate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.asl.definition.Substitutions;
import dev.signalbox.asl.expression.ParsedExpressions;
import java.util.List;

/// Validates definitions, as ValidateStateMachineDefinition does on AWS; JSONPath is refused as well.
///
/// ## Limitations
///
/// Of service integrations only the form of the `Resource` is known, not what each takes in its `Arguments`.
public final class Validator {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Validator() {}

    /// Everything that is wrong with a definition, in document order. Never throws; an empty list means it
    /// is sound.
    ///
    /// @param definition the definition as JSON; not changed
    public static List<Finding> validate(JsonNode definition) {
        return validate(definition, SubstitutionRules.NONE);
    }

    /// Everything that is wrong with a definition once its substitutions are made; see
    /// [#validate(JsonNode)].
    public static List<Finding> validate(JsonNode template, SubstitutionRules rules) {
        return validate(Substitutions.apply(template, rules.values()), rules, new ParsedExpressions());
    }

    /// Everything that is wrong with a definition that is to be compiled as well; see [#validate(JsonNode)].
    ///
    /// @param expressions keeps what is parsed, for whoever compiles the definition
    public static List<Finding> validate(JsonNode definition, ParsedExpressions expressions) {
        return validate(definition, SubstitutionRules.NONE, expressions);
    }

    private static List<Finding> validate(JsonNode definition, SubstitutionRules rules, ParsedExpressions expressions) {
        Findings findings = new Findings();
        Place root = Place.root(definition);
        if (!definition.isObject()) {
            findings.schema(root, "Definition must be a valid JSON object");
            return findings.list();
        }
        new MachineCheck(findings, expressions).definition(root);
        new SubstitutionCheck(findings, rules).check(root);
        return findings.list();
    }

    /// Everything that is wrong with a definition in text, its JSON included: syntax errors and members that
    /// occur twice.
    public static List<Finding> validate(String text) {
        return validate(text, SubstitutionRules.NONE);
    }

    /// Everything that is wrong with a definition in text once its substitutions are made; see
    /// [#validate(String)].
    public static List<Finding> validate(String text, SubstitutionRules rules) {
        Findings findings = new Findings();
        if (text.isBlank()) {
            findings.error(
                    FindingCode.MISSING_DESCRIPTION,
                    Place.root(JSON.missingNode()),
                    "The definition is empty; expected a JSON object");
            return findings.list();
        }
        try {
            return validate(JSON.readTree(text), rules);
        } catch (JsonProcessingException e) {
            findings.error(FindingCode.INVALID_JSON_DESCRIPTION, Place.root(JSON.missingNode()), message(e));
            return findings.list();
        }
    }

    private static String message(JsonProcessingException error) {
        JsonLocation location = error.getLocation();
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return error.getOriginalMessage() + place;
    }
}
