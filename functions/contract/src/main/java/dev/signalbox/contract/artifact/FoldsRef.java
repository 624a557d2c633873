package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;

/// The folds by which candidates are cross-validated.
///
/// @param matrices training and validation rows of each fold, with features fitted on the fold's training
///     rows alone
/// @param count 2 or more
public record FoldsRef(ArtifactRef matrices, int count) {
    public FoldsRef {
        Require.present(matrices, "matrices");
        Require.inRange(count, 2, 1_000, "count");
    }
}
