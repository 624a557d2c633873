package dev.signalbox.model.predict;

import dev.signalbox.model.learn.TrainedModel;

/// Makes a model of its artifact's bytes.
@FunctionalInterface
public interface ModelOpener {
    /// The model; the caller closes it.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the bytes are no model.
    TrainedModel open(byte[] bytes);
}
