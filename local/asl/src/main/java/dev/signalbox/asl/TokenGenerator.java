package dev.signalbox.asl;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes the task tokens of `.waitForTaskToken` states. A token is made once per attempt and kept in the
/// checkpoint.
@FunctionalInterface
public interface TokenGenerator {

    /// A token nobody can guess, of URL-safe characters only.
    ///
    /// @param executionName the execution that waits
    /// @param stateName the state that waits
    /// @param ordinal counts the tokens of this execution from 1, so that a test can make them predictable
    String next(String executionName, String stateName, long ordinal);

    /// 256 random bits in URL-safe Base64, from the operating system's generator.
    static TokenGenerator secure() {
        SecureRandom random = new SecureRandom();
        return (executionName, stateName, ordinal) -> {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
