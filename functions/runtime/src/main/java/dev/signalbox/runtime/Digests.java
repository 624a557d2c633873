package dev.signalbox.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of bytes, files and records; always 64 lower-case hexadecimal digits.
public final class Digests {
    private static final int BUFFER_BYTES = 1 << 16;

    private Digests() {}

    /// Of bytes.
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    /// Of a text's UTF-8 bytes.
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Of a record's JSON as [ContractJson] writes it.
    public static String ofRecord(Object contractRecord) {
        try {
            return sha256(ContractJson.LENIENT.writeValueAsBytes(contractRecord));
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(
                    contractRecord.getClass().getName() + " cannot be written as JSON.", "Report this defect.", e);
        }
    }

    /// Of a file, read in pieces.
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UnexpectedFailure("This Java has no SHA-256.", "Use a complete JDK.", e);
        }
    }
}
