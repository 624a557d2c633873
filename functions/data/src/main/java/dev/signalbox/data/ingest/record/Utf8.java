package dev.signalbox.data.ingest.record;

/// Checks bytes for well-formed UTF-8. Source: The Unicode Standard, table 3-7.
public final class Utf8 {
    private static final int CONTINUATION_MASK = 0xc0;
    private static final int CONTINUATION = 0x80;

    private Utf8() {}

    /// The place of the first byte that begins no well-formed sequence; -1 where all do.
    public static int firstInvalid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
            } else {
                int length = sequence(bytes, at, to);
                if (length == 0) {
                    return at;
                }
                at += length;
            }
        }
        return -1;
    }

    /// The length of the sequence of two bytes or more at a place; 0 where it is not well formed.
    public static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        boolean narrow = (lead == 0xe0 && second < 0xa0)
                || (lead == 0xed && second > 0x9f)
                || (lead == 0xf0 && second < 0x90)
                || (lead == 0xf4 && second > 0x8f);
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & CONTINUATION_MASK) != CONTINUATION) {
                return 0;
            }
        }
        return narrow ? 0 : length;
    }
}
