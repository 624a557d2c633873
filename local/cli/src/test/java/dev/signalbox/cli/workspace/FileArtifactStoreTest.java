package dev.signalbox.cli.workspace;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.testing.ArtifactStoreContract;
import java.io.IOException;
import java.nio.file.Files;

class FileArtifactStoreTest extends ArtifactStoreContract {
    @Override
    protected ArtifactStore store() {
        return new FileArtifactStore(folder.resolve("artifacts"));
    }

    @Override
    protected void damage(ArtifactRef ref) throws IOException {
        Files.writeString(FileUris.path(ref.uri()), "damaged");
    }

    @Override
    protected SourceRef source(String name, byte[] bytes) throws IOException {
        return SourceRef.unpinned(FileUris.of(Files.write(folder.resolve(name), bytes)));
    }
}
