package dev.signalbox.aws.s3;

import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.ResourceExhausted;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Brings objects here. The SDK repeats a request, but not a body that breaks off; that is done here, from
/// the start of the object.
final class Download {
    private static final int ATTEMPTS = 3;
    private static final int PIECE_BYTES = 1 << 16;

    private final S3Client s3;

    Download(S3Client s3) {
        this.s3 = s3;
    }

    /// All bytes of an object that is small enough for memory.
    byte[] bytes(GetObjectRequest request) {
        return repeated(request, InputStream::readAllBytes);
    }

    /// The object as a file, fetched in pieces, so that memory does not depend on its size. The file appears
    /// whole or not at all.
    void to(Path file, GetObjectRequest request) {
        try {
            Path part = Files.createTempFile(file.getParent(), "download", ".part");
            try {
                repeated(request, body -> copy(body, part));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw noSpace(file, e);
        }
    }

    private <T> T repeated(GetObjectRequest request, Body<T> read) {
        IOException last = new IOException("not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (ResponseInputStream<GetObjectResponse> in = s3.getObject(request)) {
                return read.from(in);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new DependencyUnavailable(
                "The connection to S3 broke " + ATTEMPTS + " times while reading s3://" + request.bucket() + "/"
                        + request.key() + ".",
                "It is tried again; if this goes on, check the network.",
                last);
    }

    private static @Nullable Void copy(InputStream body, Path part) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                write(out, piece, count, part);
            }
        }
        return null;
    }

    /// A full disk is not a broken connection.
    private static void write(OutputStream out, byte[] piece, int count, Path part) {
        try {
            out.write(piece, 0, count);
        } catch (IOException e) {
            throw noSpace(part, e);
        }
    }

    private static ResourceExhausted noSpace(Path file, IOException e) {
        return new ResourceExhausted(
                "The folder " + file.getParent() + " cannot take a download: " + e.getMessage() + ".",
                "Give the function more ephemeral storage, or the machine more disk.",
                e);
    }

    /// Reads a body to its end.
    @FunctionalInterface
    private interface Body<T> {
        T from(InputStream body) throws IOException;
    }
}
