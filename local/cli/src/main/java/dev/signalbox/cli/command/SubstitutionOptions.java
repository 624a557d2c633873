package dev.signalbox.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.check.CheckException;
import dev.signalbox.asl.check.CheckFiles;
import dev.signalbox.contract.failure.InvalidInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The values of the `${Name}` in a definition.
final class SubstitutionOptions {
    @Option(
            names = "--substitution",
            paramLabel = "NAME=VALUE",
            description = "What a $${NAME} in the definition becomes; may be given several times.")
    private Map<String, String> single = new LinkedHashMap<>();

    @Option(
            names = "--substitutions",
            paramLabel = "FILE",
            description = "A JSON object with a value for each $${NAME}; --substitution comes before it.")
    private @Nullable Path file;

    /// The values by name.
    ///
    /// @throws InvalidInput when the file is no JSON object of texts, numbers and booleans
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        if (file != null) {
            read(file).properties().forEach(member -> values.put(member.getKey(), text(file, member)));
        }
        values.putAll(single);
        return values;
    }

    private static JsonNode read(Path file) {
        try {
            JsonNode json = CheckFiles.json(file);
            if (!json.isObject()) {
                throw new InvalidInput(
                        file + " holds " + json.getNodeType() + ", but substitutions are a JSON object.",
                        "Write {\"NAME\": \"value\"}.");
            }
            return json;
        } catch (CheckException e) {
            throw new InvalidInput(e.getMessage() + ".", "Name a JSON file: {\"NAME\": \"value\"}.", e);
        }
    }

    private static String text(Path file, Map.Entry<String, JsonNode> member) {
        if (!member.getValue().isValueNode() || member.getValue().isNull()) {
            throw new InvalidInput(
                    file + " gives '" + member.getKey() + "' the value " + member.getValue()
                            + ", but a substitution puts text into text.",
                    "Give it a text, a number or a boolean.");
        }
        return member.getValue().asText();
    }
}
