package dev.signalbox.data.ingest.record;

import java.io.ByteArrayOutputStream;

/// What the records beyond ASCII say about the encoding: whether a file that was taken for UTF-8 is one with
/// a few damaged records, or is in another encoding altogether.
public final class EncodingEvidence {
    private static final int SAMPLE_BYTES = 1 << 16;
    private static final double MOST = 0.9;

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private long multibyteRecords;
    private long invalidRecords;
    private long highBytes;
    private long letterBytes;

    void clear() {
        sample.reset();
        multibyteRecords = 0;
        invalidRecords = 0;
        highBytes = 0;
        letterBytes = 0;
    }

    void add(byte[] bytes, int from, int to, int invalid) {
        if (invalid < 0) {
            multibyteRecords++;
            return;
        }
        invalidRecords++;
        for (int at = from; at < to; at++) {
            highBytes += bytes[at] < 0 ? 1 : 0;
            letterBytes += bytes[at] < 0 && isLatinLetter(bytes, at, from, to) ? 1 : 0;
        }
        if (sample.size() + to - from <= SAMPLE_BYTES) {
            sample.write(bytes, from, to - from);
            sample.write('\n');
        }
    }

    /// A letter of Latin-1 (or a common sign such as `°`, `£`) beside an ASCII letter, digit or space.
    private static boolean isLatinLetter(byte[] bytes, int at, int from, int to) {
        int b = bytes[at] & 0xff;
        boolean candidate = b >= 0xa0 && b < 0xfe && b != 0xd7 && b != 0xf7;
        boolean before = at > from && bytes[at - 1] >= ' ';
        boolean after = at + 1 < to && bytes[at + 1] >= ' ';
        return candidate && (before || after);
    }

    /// Whether the file is not UTF-8 at all: more records are broken as such than are well formed, and what
    /// breaks them reads as letters in a Western encoding.
    public boolean isWestern() {
        return invalidRecords > multibyteRecords && letterBytes >= MOST * highBytes;
    }

    /// Whether the file is not UTF-8 at all, by numbers alone: many records are broken, almost none is well
    /// formed.
    public boolean isForeign(long records) {
        return invalidRecords > 20 * multibyteRecords && invalidRecords * 20 >= records;
    }

    /// Records that are broken as UTF-8, for a detector of encodings.
    public byte[] sample() {
        return sample.toByteArray();
    }
}
