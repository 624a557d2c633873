package dev.signalbox.runtime.store;

import dev.signalbox.contract.config.PipelineConfig;
import java.util.Optional;

/// The pipelines that a team has written down.
public interface PipelineCatalog {
    /// The pipeline of that name, if there is one.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when it is there but cannot be used, with the
    /// place in the file.
    Optional<PipelineConfig> find(String name);
}
