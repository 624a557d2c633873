package dev.signalbox.aws.s3;

import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.runtime.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
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
    byte[] bytes(GetObjectRequest request, Check check) {
        return repeated(request, body -> {
            byte[] bytes = body.readAllBytes();
            check.accept(Digests.sha256(bytes));
            return bytes;
        });
    }

    /// The object as a file, fetched in pieces, so that memory does not depend on its size. The file appears
    /// whole and checked, or not at all.
    ///
    /// @param check of the SHA-256 of what came; raises where it is not the right one
    void to(Path file, GetObjectRequest request, Check check) {
        try {
            Path part = Files.createTempFile(file.getParent(), "download", ".part");
            try {
                repeated(request, body -> {
                    check.accept(copy(body, part));
                    return part;
                });
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw localDisk(file, e);
        }
    }

    /// What arrives with a wrong hash may have been damaged on the way, too.
    private <T> T repeated(GetObjectRequest request, Body<T> read) {
        for (int attempt = 1; ; attempt++) {
            ResponseInputStream<GetObjectResponse> answer = s3.getObject(request);
            try (answer) {
                return read.from(answer);
            } catch (IOException | SdkException e) {
                answer.abort();
                if (attempt == ATTEMPTS) {
                    throw broken(request, e);
                }
            } catch (ArtifactDamaged e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static DependencyUnavailable broken(GetObjectRequest request, Exception e) {
        return new DependencyUnavailable(
                "The connection to S3 broke or damaged the bytes " + ATTEMPTS + " times while reading "
                        + new S3Place(request.bucket(), request.key()) + ": " + e.getMessage() + ".",
                "It is tried again; if this goes on, check the network.",
                e);
    }

    private static String copy(InputStream body, Path part) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        DigestInputStream in = Hashing.of(body);
        try (OutputStream out = openLocal(part)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                writeLocal(out, piece, count, part);
            }
        }
        return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }

    private static OutputStream openLocal(Path part) {
        try {
            return Files.newOutputStream(part);
        } catch (IOException e) {
            throw localDisk(part, e);
        }
    }

    /// A full disk is not a broken connection.
    private static void writeLocal(OutputStream out, byte[] piece, int count, Path part) {
        try {
            out.write(piece, 0, count);
        } catch (IOException e) {
            throw localDisk(part, e);
        }
    }

    static ResourceExhausted localDisk(Path file, IOException e) {
        return new ResourceExhausted(
                "The scratch folder " + file.getParent() + " cannot be used: " + e.getMessage() + ".",
                "Give the function more ephemeral storage, or the machine more disk; check the folder's permissions.",
                e);
    }

    /// Reads a body to its end.
    @FunctionalInterface
    private interface Body<T> {
        T from(InputStream body) throws IOException;
    }

    /// Looks at the hash of a body.
    @FunctionalInterface
    interface Check {
        /// For what nobody has hashed before.
        Check NONE = sha256 -> {};

        /// Raises [ArtifactDamaged] where it is not the right one.
        ///
        /// @param sha256 64 hexadecimal digits
        void accept(String sha256);
    }
}
