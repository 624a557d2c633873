package dev.signalbox.runtime.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Reads `pipeline.yaml` strictly: an unknown member, a duplicate key or a value out of range is refused
/// with its line.
public final class PipelineYaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PipelineYaml() {}

    /// The pipeline in a file.
    ///
    /// Raises [InvalidInput] when there is none or it cannot be used, with the line and what was expected.
    public static PipelineConfig read(Path file) {
        try {
            return parse(Files.readString(file), file.getFileName().toString());
        } catch (NoSuchFileException e) {
            throw new InvalidInput("There is no file " + file + ".", "Write one with signalbox init FILE.", e);
        } catch (IOException e) {
            throw new InvalidInput(
                    "The file " + file + " cannot be read: " + e.getMessage() + ".", "It must be UTF-8 text.", e);
        }
    }

    /// The pipeline in a text.
    ///
    /// @param name of the file, for messages
    public static PipelineConfig parse(String text, String name) {
        try {
            PipelineConfig config = MAPPER.readValue(text, PipelineConfig.class);
            if (config == null) {
                throw new InvalidInput(
                        name + " is empty.", "It needs at least name and target; signalbox init FILE writes one.");
            }
            return config;
        } catch (UnrecognizedPropertyException e) {
            throw unknownMember(e, text, name);
        } catch (JacksonException e) {
            throw new InvalidInput(
                    place(name, e.getLocation()) + firstLine(e) + ".",
                    "Compare it with what signalbox init writes; docs/pipeline.md lists every member.",
                    e);
        }
    }

    private static InvalidInput unknownMember(UnrecognizedPropertyException e, String text, String name) {
        List<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        String nearest = Nearest.to(e.getPropertyName(), known)
                .map(near -> "Did you mean " + near + "? ")
                .orElse("");
        return new InvalidInput(
                name + ", line " + lineOf(e.getPropertyName(), text) + ": there is no member '" + e.getPropertyName()
                        + "' here.",
                nearest + "Known are: " + String.join(", ", known) + ".",
                e);
    }

    private static String place(String name, JsonLocation location) {
        return location == null ? name + ": " : name + ", line " + location.getLineNr() + ": ";
    }

    private static String firstLine(JacksonException e) {
        Throwable cause = e instanceof JsonMappingException && e.getCause() != null ? e.getCause() : e;
        String message = cause instanceof JacksonException jackson
                ? jackson.getOriginalMessage()
                : String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse("it cannot be read");
    }

    /// The parser tells where it stopped, which is behind the member's value; people look for its name.
    private static long lineOf(String member, String text) {
        return 1
                + text.lines()
                        .takeWhile(line -> !line.strip().startsWith(member))
                        .count();
    }
}
