package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;

/// Counts the bytes that a JSON value takes as compact UTF-8, without writing it.
final class PayloadSize {

    /// The limit of inputs, outputs and results: 256 KiB.
    static final long LIMIT_BYTES = 256 * 1024;

    private PayloadSize() {}

    static boolean exceedsLimit(JsonNode value) {
        return bytes(value, LIMIT_BYTES) > LIMIT_BYTES;
    }

    /// The size, or anything over `enough` as soon as it is known to be larger than that.
    static long bytes(JsonNode value, long enough) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> objectBytes(value, enough);
            case ARRAY -> arrayBytes(value, enough);
            case STRING, BINARY -> textBytes(value.asText());
            case NUMBER ->
                value.isInt() ? digits(value.intValue()) : value.asText().length();
            case BOOLEAN -> value.booleanValue() ? 4 : 5;
            case NULL, MISSING -> 4;
        };
    }

    private static long objectBytes(JsonNode object, long enough) {
        long total = 2L + Math.max(0, object.size() - 1);
        for (var member : object.properties()) {
            total += textBytes(member.getKey()) + 1 + bytes(member.getValue(), enough);
            if (total > enough) {
                return total;
            }
        }
        return total;
    }

    private static long arrayBytes(JsonNode array, long enough) {
        long total = 2L + Math.max(0, array.size() - 1);
        for (JsonNode item : array) {
            total += bytes(item, enough);
            if (total > enough) {
                return total;
            }
        }
        return total;
    }

    private static int digits(int number) {
        int count = number < 0 ? 2 : 1;
        for (int rest = number / 10; rest != 0; rest /= 10) {
            count++;
        }
        return count;
    }

    private static long textBytes(String text) {
        long total = 2;
        for (int i = 0; i < text.length(); i++) {
            total += charBytes(text.charAt(i));
        }
        return total;
    }

    private static int charBytes(char c) {
        if (c < 0x20) {
            return c == '\n' || c == '\t' || c == '\r' || c == '\b' || c == '\f' ? 2 : 6;
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        // Each half of a surrogate pair counts for two of its four bytes.
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
