package dev.signalbox.model.predict;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What a file in Zstandard holds; a damaged one fails as a damaged one in gzip does, by [IOException].
final class ZstdStream extends FilterInputStream {
    ZstdStream(InputStream packed) {
        super(new ZstdInputStream(packed));
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (MalformedInputException e) {
            throw damaged(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (MalformedInputException e) {
            throw damaged(e);
        }
    }

    private static IOException damaged(MalformedInputException e) {
        return new IOException("the Zstandard stream is damaged or cut off (" + e.getMessage() + ")", e);
    }
}
