package dev.signalbox.data.ingest.source;

/// What a file is packed with.
public enum Packing {
    /// Nothing.
    NONE("plain"),
    /// RFC 1952.
    GZIP("gzip"),
    /// RFC 8878.
    ZSTD("zstd"),
    /// PKWARE's APPNOTE.
    ZIP("zip");

    private final String title;

    Packing(String title) {
        this.title = title;
    }

    /// As people call it.
    public String title() {
        return title;
    }

    /// By the first bytes.
    static Packing of(byte[] head) {
        if (starts(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (starts(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return ZSTD;
        }
        boolean zip = starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6);
        return zip ? ZIP : NONE;
    }

    /// Whether the first bytes are those of a Parquet file.
    public static boolean isParquet(byte[] head) {
        return starts(head, 'P', 'A', 'R', '1');
    }

    static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
