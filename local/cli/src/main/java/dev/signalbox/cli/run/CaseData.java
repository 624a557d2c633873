package dev.signalbox.cli.run;

import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.runtime.config.PipelineYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The `data` folder of a case: one data file, maybe a `pipeline.yaml`.
///
/// @param file the data
/// @param config how it is learned from
record CaseData(Path file, PipelineConfig config) {
    private static final String YAML = "pipeline.yaml";
    private static final Set<String> USUAL_TARGETS = Set.of("target", "label", "class", "outcome", "y");

    /// Raises [InvalidInput] when there is no data file, or several and no `pipeline.yaml` that names one.
    ///
    /// @param target the column to predict where there is no `pipeline.yaml`; null: one that is called so
    ///     (`target`, `label`, `class`, `outcome`, `y`), else the last
    static CaseData in(Path folder, @Nullable String target) throws IOException {
        Path yaml = folder.resolve(YAML);
        if (!Files.isRegularFile(yaml)) {
            Path file = onlyFile(folder);
            return new CaseData(file, PipelineConfig.of("case", target == null ? usualTarget(file) : target));
        }
        PipelineConfig config = PipelineYaml.read(yaml);
        return new CaseData(
                config.source() == null ? onlyFile(folder) : existing(folder.resolve(config.source())), config);
    }

    /// What an agent would see of it.
    RunView facts() {
        return FirstJunction.of(file, config);
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("There is no file " + file + ".", "Correct source in its " + YAML + ".");
        }
        return file;
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith(".") && !name(file).equals(YAML))
                    .toList();
            if (found.size() != 1) {
                throw new InvalidInput(
                        folder + " holds " + found.size() + " data files; expected one.",
                        "Name the right one as source in a " + YAML + ".");
            }
            return found.getFirst();
        }
    }

    private static String usualTarget(Path file) {
        List<String> columns = DataLook.profile(file).columns().stream()
                .map(ColumnProfile::name)
                .toList();
        return columns.stream()
                .filter(column -> USUAL_TARGETS.contains(column.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(columns.getLast());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
