package dev.signalbox.infra;

import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.config.PipelineYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A pipeline of the deploying team.
///
/// @param file where it is written down
/// @param text as it is written there
/// @param config what it says
public record PipelineFile(Path file, String text, PipelineConfig config) {
    /// What a parameter of the Parameter Store holds, in the advanced tier. Source: "Managing parameter
    /// tiers" in the Systems Manager user guide.
    private static final int MOST_BYTES = 8 << 10;

    private static final int MOST_STANDARD_BYTES = 4 << 10;

    /// The pipelines of a folder, by name.
    ///
    /// Raises [InvalidInput] for a file that cannot be used, with its line, and for two of one name.
    public static List<PipelineFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<PipelineFile> found = files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .map(PipelineFile::read)
                    .toList();
            Map<String, PipelineFile> byName = new TreeMap<>();
            for (PipelineFile pipeline : found) {
                PipelineFile other = byName.put(pipeline.name(), pipeline);
                if (other != null) {
                    throw new InvalidInput(
                            "Both " + other.file() + " and " + pipeline.file() + " are of the pipeline '"
                                    + pipeline.name() + "'.",
                            "Give each a name of its own.");
                }
            }
            return List.copyOf(byName.values());
        } catch (IOException e) {
            throw new InvalidInput(
                    "The folder of pipelines " + folder + " cannot be read: " + e.getMessage() + ".",
                    "Name a folder with your pipeline files: -c pipelines=FOLDER.",
                    e);
        }
    }

    /// Its name, which is also the folder under `incoming/`.
    public String name() {
        return config.name();
    }

    /// Whether it is too long for the tier that costs nothing.
    public boolean isLong() {
        return sizeBytes(text) > MOST_STANDARD_BYTES;
    }

    private static PipelineFile read(Path file) {
        PipelineConfig config = PipelineYaml.read(file);
        try {
            String text = Files.readString(file);
            if (sizeBytes(text) > MOST_BYTES) {
                throw new InvalidInput(
                        "The pipeline " + file + " has " + sizeBytes(text) + " bytes; the Parameter Store holds "
                                + MOST_BYTES + ".",
                        "Shorten its comments and lists.");
            }
            return new PipelineFile(file, text, config);
        } catch (IOException e) {
            throw new InvalidInput("The file " + file + " cannot be read: " + e.getMessage() + ".", "Try again.", e);
        }
    }

    private static int sizeBytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
