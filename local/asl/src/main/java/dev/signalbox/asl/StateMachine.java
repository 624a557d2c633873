package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.definition.Definition;
import dev.signalbox.asl.definition.Substitutions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// A state machine that was loaded and found sound: immutable, its expressions compiled, good for any number
/// of executions.
public final class StateMachine {

    private final String name;
    private final JsonNode json;
    private final Definition definition;

    private StateMachine(String name, JsonNode json, Definition definition) {
        this.name = name;
        this.json = json;
        this.definition = definition;
    }

    /// Loads a machine without substitutions; see [#load(String, JsonNode, Map)].
    public static StateMachine load(String name, JsonNode definition) throws InvalidDefinitionException {
        return load(name, definition, Map.of());
    }

    /// Checks a definition as a whole and compiles it.
    ///
    /// @param name the machine's name, as it appears in ARNs and in `$states.context.StateMachine.Name`
    /// @param definition the Amazon States Language as JSON; not changed
    /// @param substitutions what `${Key}` in its strings becomes, by key
    /// @throws InvalidDefinitionException with every finding of severity ERROR: schema, transitions,
    ///     expressions, substitutions without a value, and every JSONPath field with the JSONata way to
    ///     write it
    public static StateMachine load(String name, JsonNode definition, Map<String, String> substitutions)
            throws InvalidDefinitionException {
        JsonNode resolved = Substitutions.apply(definition, substitutions);
        return new StateMachine(name, resolved, DefinitionCheck.checked(name, resolved));
    }

    /// The machine's name.
    public String name() {
        return name;
    }

    /// The definition after substitution.
    public JsonNode json() {
        return json.deepCopy();
    }

    /// The definition as records.
    public Definition definition() {
        return definition;
    }

    /// Identifies the definition after substitution: SHA-256 of its compact JSON, in hexadecimal.
    public String sha256() {
        try {
            byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one does not", e);
        }
    }
}
