package dev.signalbox.aws.s3;

import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of what passes through a stream.
final class Hashing {
    private Hashing() {}

    static DigestInputStream of(InputStream in) {
        try {
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new UnexpectedFailure("This Java has no SHA-256.", "Use a complete JDK.", e);
        }
    }
}
