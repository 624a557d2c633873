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
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    private static final Pattern SCHEDULE = Pattern.compile("(rate|cron|at)\\(\\S.*\\)");

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

    /// The e-mail addresses among its approvers.
    public List<String> approvers() {
        return config.approval().approvers().stream()
                .filter(approver -> approver.contains("@"))
                .toList();
    }

    /// What its schedule reads, if it has one.
    public Optional<S3Source> scheduledSource() {
        return config.schedule() == null || config.source() == null ? Optional.empty() : S3Source.of(config.source());
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
            PipelineFile pipeline = new PipelineFile(file, text, config);
            pipeline.checkSchedule();
            return pipeline;
        } catch (IOException e) {
            throw new InvalidInput("The file " + file + " cannot be read: " + e.getMessage() + ".", "Try again.", e);
        }
    }

    private void checkSchedule() {
        String schedule = config.schedule();
        if (schedule == null) {
            return;
        }
        if (!SCHEDULE.matcher(schedule).matches()) {
            throw new InvalidInput(
                    place("schedule") + "schedule is '" + schedule
                            + "'; expected an expression of EventBridge Scheduler.",
                    "Write rate(1 day), cron(0 2 * * ? *) or at(2027-01-01T02:00:00).");
        }
        if (scheduledSource().isEmpty()) {
            throw new InvalidInput(
                    place("source") + "source is '" + config.source() + "'; a schedule reads one object of S3.",
                    "Write source: s3://bucket/key, or leave the schedule out.");
        }
    }

    /// The member's line, or that of the schedule, which asks for it.
    private String place(String member) {
        List<String> lines = text.lines().toList();
        for (String wanted : List.of(member, "schedule")) {
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).startsWith(wanted + ":")) {
                    return file + ", line " + (line + 1) + ": ";
                }
            }
        }
        return file + ": ";
    }

    private static int sizeBytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
