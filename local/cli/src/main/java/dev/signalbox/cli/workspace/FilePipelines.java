package dev.signalbox.cli.workspace;

import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.runtime.config.PipelineYaml;
import dev.signalbox.runtime.store.PipelineCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Pipelines as `<name>.yaml` in a folder.
public final class FilePipelines implements PipelineCatalog {
    private final Path folder;

    /// @param folder may be missing, which is an empty catalogue
    public FilePipelines(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<PipelineConfig> find(String name) {
        Path file = folder.resolve(name + ".yaml").normalize();
        boolean known = file.startsWith(folder.normalize()) && Files.isRegularFile(file);
        return known ? Optional.of(PipelineYaml.read(file)) : Optional.empty();
    }
}
