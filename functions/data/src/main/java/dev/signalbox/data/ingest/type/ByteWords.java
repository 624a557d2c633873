package dev.signalbox.data.ingest.type;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Looks at eight bytes at once, as one number (Lamport, "Multiple Byte Processing with Full-Word
/// Instructions", 1975): every value of a file is looked at, so that a loop over its bytes is what reading
/// costs. A mark is the high bit of a byte of the word; the lowest byte is the first.
public final class ByteWords {
    /// Bytes in a word.
    public static final int SIZE = Long.BYTES;

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = ONES << 7;
    private static final long LOWS = ~HIGHS;
    private static final long ZEROS = ONES * '0';
    private static final long BEYOND_NINE = ONES * (0x80 - 10);
    private static final int CONTROLS_END = 0x20;

    private final byte[] bytes;
    private final ByteBuffer view;

    /// Over a buffer whose bytes may change.
    public ByteWords(byte[] bytes) {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The buffer.
    public byte[] bytes() {
        return bytes;
    }

    /// The word that begins at a place; it must lie within the buffer.
    public long at(int place) {
        return view.getLong(place);
    }

    /// Eight times the same byte.
    public static long all(byte b) {
        return ONES * (b & 0xff);
    }

    /// Marks bytes that equal those of a pattern. Only the first mark is sure.
    public static long equal(long word, long pattern) {
        long difference = word ^ pattern;
        return (difference - ONES) & ~difference & HIGHS;
    }

    /// Marks control characters: line ends, tabs, zero bytes. Only the first mark is sure.
    public static long controls(long word) {
        return (word - ONES * CONTROLS_END) & ~word & HIGHS;
    }

    /// Marks bytes that are no ASCII.
    public static long beyondAscii(long word) {
        return word & HIGHS;
    }

    /// Marks bytes that are no digits.
    static long nonDigits(long word) {
        long value = word ^ ZEROS;
        return (((value & LOWS) + BEYOND_NINE) | value) & HIGHS;
    }

    /// Which byte the first mark is of, from 0.
    public static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /// A word whose first bytes are kept, 0 to 8 of them, and the others are `0`.
    static long padded(long word, int kept) {
        long mask = kept == SIZE ? -1L : (1L << (kept * Byte.SIZE)) - 1;
        return (word & mask) | (ZEROS & ~mask);
    }

    /// The marks of a word's first bytes, 0 to 7 of them.
    public static long before(long marks, int count) {
        return marks & ((1L << (count * Byte.SIZE)) - 1);
    }
}
