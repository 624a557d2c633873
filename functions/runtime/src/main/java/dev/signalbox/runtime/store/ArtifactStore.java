package dev.signalbox.runtime.store;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import java.nio.file.Path;
import java.util.Optional;

/// Immutable files by content, the sources that people bring, and the stage cache.
///
/// Every method raises [dev.signalbox.contract.failure.DependencyUnavailable] when the store does not answer
/// and [dev.signalbox.contract.failure.ResourceExhausted] when it is full; nothing half-written is ever
/// visible. Safe for use by several threads.
public interface ArtifactStore extends AutoCloseable {
    /// Stores bytes under a folder. Idempotent: the same bytes under the same folder and name are the same
    /// artifact.
    ///
    /// @param folder such as `runs/<runId>/<stage>`
    /// @param name such as `profile.json`; the store makes it unique by content
    /// @param mediaType such as `application/json`
    ArtifactRef write(String folder, String name, String mediaType, byte[] bytes);

    /// Stores a finished local file; the store may move it, so the caller gives it up.
    ArtifactRef write(String folder, String name, String mediaType, Path file);

    /// The bytes of an artifact of at most 2 GiB, checked against its hash.
    ///
    /// Raises [dev.signalbox.contract.failure.ArtifactDamaged] when the artifact is gone or its bytes have
    /// changed.
    byte[] read(ArtifactRef ref);

    /// The artifact as a local file, checked against its hash; read only. A store on this machine answers
    /// with its own file.
    ///
    /// @param scratch an existing folder for a downloaded copy
    Path localFile(ArtifactRef ref, Path scratch);

    /// Looks at a source and pins its version.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when there is no such file or object.
    SourceRef pin(SourceRef source);

    /// The source as a local file, read only, of the pinned version. A store on this machine answers with
    /// the file itself.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when the source has another version by now.
    Path localSource(SourceRef source, Path scratch);

    /// A small value that was remembered under a key; empty where there is none.
    ///
    /// @param key such as `cache/ingest/<fingerprint>`
    Optional<byte[]> recall(String key);

    /// Remembers a small value under a key unless one is there already; the first writer wins.
    void remember(String key, byte[] value);

    @Override
    void close();
}
