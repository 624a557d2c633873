package dev.signalbox.data.ingest;

import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.data.duckdb.DiskFailures;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.WorkFolder;
import dev.signalbox.data.ingest.source.Packing;
import dev.signalbox.data.ingest.source.PlainFile;
import dev.signalbox.data.ingest.source.Unpacker;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Reads sources of any format into Parquet files of a work folder.
final class SourceReader {
    private final ArtifactStore artifacts;
    private final DuckSession duck;
    private final RejectLog rejects;
    private final WorkFolder work;
    private final IngestTuning tuning;

    SourceReader(ArtifactStore artifacts, DuckSession duck, RejectLog rejects, WorkFolder work, IngestTuning tuning) {
        this.artifacts = artifacts;
        this.duck = duck;
        this.rejects = rejects;
        this.work = work;
        this.tuning = tuning;
    }

    /// A source by its own columns.
    Loaded load(SourceRef source, RetryChanges changes, Path target) {
        return pinned(
                source,
                plain -> isParquet(plain)
                        ? parquet(changes).load(plain, target)
                        : text(changes).load(plain, target));
    }

    /// A source by another table's columns, all of its rows.
    Loaded loadLike(SourceRef source, List<Column> like, Path target) {
        return pinned(
                source,
                plain -> isParquet(plain)
                        ? parquet(IngestStage.NO_CHANGES).loadLike(plain, like, target)
                        : text(IngestStage.NO_CHANGES).loadLike(plain, like, target));
    }

    private Loaded pinned(SourceRef source, Function<PlainFile, Loaded> read) {
        SourceRef pinned = source.versionTag() == null ? artifacts.pin(source) : source;
        Path file = artifacts.localSource(pinned, work.path());
        Loaded loaded = read.apply(new Unpacker(tuning.limits(), work.path()).unpack(file, nameOf(source)));
        if (!file.startsWith(work.path())) {
            // It was read where it lies: look again, so that two versions are never mixed.
            artifacts.localSource(pinned, work.path());
        }
        return loaded;
    }

    /// The file's name as people know it, not as a URI writes it.
    private static String nameOf(SourceRef source) {
        try {
            String path = URI.create(source.uri()).getPath();
            return path == null ? source.fileName() : path.substring(path.lastIndexOf('/') + 1);
        } catch (IllegalArgumentException _) {
            return source.fileName();
        }
    }

    private TextIngest text(RetryChanges changes) {
        return new TextIngest(duck, rejects, work.path(), changes, tuning.directBytes());
    }

    private ParquetIngest parquet(RetryChanges changes) {
        return new ParquetIngest(duck, rejects, changes);
    }

    private static boolean isParquet(PlainFile plain) {
        try (InputStream in = Files.newInputStream(plain.file())) {
            return Packing.isParquet(in.readNBytes(4));
        } catch (IOException e) {
            throw DiskFailures.of("The file " + plain.name() + " cannot be read", e);
        }
    }
}
