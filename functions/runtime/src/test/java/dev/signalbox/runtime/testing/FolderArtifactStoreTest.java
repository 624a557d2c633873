package dev.signalbox.runtime.testing;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

class FolderArtifactStoreTest extends ArtifactStoreContract {
    @Override
    protected ArtifactStore store() {
        return new FolderArtifactStore(folder);
    }

    @Override
    protected void damage(ArtifactRef ref) throws IOException {
        Files.writeString(Path.of(URI.create(ref.uri())), "damaged");
    }

    @Override
    protected void remove(ArtifactRef ref) throws IOException {
        Files.delete(Path.of(URI.create(ref.uri())));
    }

    @Override
    protected SourceRef missingSource(String name) {
        return SourceRef.unpinned(folder.resolve(name).toUri().toString());
    }

    @Override
    protected SourceRef source(String name, byte[] bytes) throws IOException {
        return SourceRef.unpinned(Files.write(folder.resolve(URI.create(name).getPath()), bytes)
                .toUri()
                .toString());
    }
}
