package dev.signalbox.model.prepare;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.model.learn.Fold;
import dev.signalbox.model.learn.FoldsFile;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.runtime.StageEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Puts matrices and folds into the artifact store: small ones from memory, large ones by a file, so that their bytes
/// are never in memory a second time.
final class MatrixStore {
    private static final int LARGEST_IN_MEMORY = 4_000_000;

    private final StageEnvironment environment;
    private final String folder;

    MatrixStore(StageEnvironment environment, String folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /// Folds are of few rows, so that they are small.
    ArtifactRef write(String name, List<Fold> folds) {
        return environment.artifacts().write(folder, name, FoldsFile.MEDIA_TYPE, FoldsFile.write(folds));
    }

    ArtifactRef write(String name, Matrix matrix) {
        if (matrix.values().length <= LARGEST_IN_MEMORY) {
            return environment.artifacts().write(folder, name, MatrixFile.MEDIA_TYPE, MatrixFile.write(matrix));
        }
        try {
            Path file = Files.createTempFile(environment.scratch(), "prepare-", ".matrix");
            try {
                MatrixFile.write(matrix, file);
                return environment.artifacts().write(folder, name, MatrixFile.MEDIA_TYPE, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new ResourceExhausted("No temporary file can be made for " + name + ".", "Make room on the disk.", e);
        }
    }
}
