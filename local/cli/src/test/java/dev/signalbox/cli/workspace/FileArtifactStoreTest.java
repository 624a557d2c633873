package dev.signalbox.cli.workspace;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.testing.ArtifactStoreContract;
import java.io.IOException;
import java.net.URI;
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
    protected void remove(ArtifactRef ref) throws IOException {
        Files.delete(FileUris.path(ref.uri()));
    }

    @Override
    protected SourceRef missingSource(String name) {
        return SourceRef.unpinned(folder.resolve(name).toUri().toString());
    }

    @Override
    protected SourceRef source(String name, byte[] bytes) throws IOException {
        return SourceRef.unpinned(
                FileUris.of(Files.write(folder.resolve(URI.create(name).getPath()), bytes)));
    }
}
