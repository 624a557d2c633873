package dev.signalbox.aws.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A file cut into parts, one in memory at a time, and the hash of what was read.
final class FileParts implements AutoCloseable {
    private final DigestInputStream in;
    private final int partBytes;

    /// @param partBytes of every part but the last
    FileParts(Path file, int partBytes) throws IOException {
        this.in = Hashing.of(Files.newInputStream(file));
        this.partBytes = partBytes;
    }

    /// Does something with each part in turn.
    <T> List<T> each(Work<T> work) throws IOException {
        List<T> done = new ArrayList<>();
        for (byte[] part = in.readNBytes(partBytes); part.length > 0; part = in.readNBytes(partBytes)) {
            done.add(work.on(done.size() + 1, part));
        }
        return done;
    }

    /// Of everything read until now.
    String sha256() {
        return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// What is done with a part.
    @FunctionalInterface
    interface Work<T> {
        /// What it makes of a part.
        ///
        /// @param number from 1
        T on(int number, byte[] part);
    }
}
