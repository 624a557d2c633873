package dev.signalbox.aws.s3;

/// When and how a file is sent in parts, so that a break costs one part and not all.
///
/// @param fromBytes size of a file from which on it goes in parts
/// @param leastPartBytes of every part but the last; S3 wants 5 MiB at least. One part is held in memory
record PartSizes(long fromBytes, int leastPartBytes) {
    /// In production.
    static final PartSizes USUAL = new PartSizes(64L << 20, 16 << 20);

    /// S3 takes no more.
    private static final long MOST_PARTS = 10_000;

    /// The size of each part but the last.
    int partBytes(long sizeBytes) {
        return Math.toIntExact(Math.max(leastPartBytes, Math.ceilDiv(sizeBytes, MOST_PARTS)));
    }
}
