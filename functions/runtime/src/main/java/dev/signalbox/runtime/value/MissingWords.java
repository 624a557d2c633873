package dev.signalbox.runtime.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The usual spellings of a missing value, as a list that can be told to another reader of the same file.
public final class MissingWords {
    /// The empty text first.
    public static final List<String> USUAL =
            List.of("", "NA", "na", "N/A", "n/a", "#N/A", "<NA>", "NULL", "null", "Null", "NaN", "nan", "NAN", "?");

    private static final byte[][] BYTES =
            USUAL.stream().map(word -> word.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);

    private MissingWords() {}

    static boolean isUsual(byte[] bytes, int start, int end) {
        for (byte[] word : BYTES) {
            if (Arrays.equals(bytes, start, end, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
