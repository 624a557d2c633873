package dev.signalbox.aws.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A body that complains when it ends before its announced length: not every HTTP client does.
final class Counted extends FilterInputStream {
    private final @Nullable Long length;
    private long read;

    /// @param length in bytes; null where none was announced
    Counted(InputStream in, @Nullable Long length) {
        super(in);
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        int count = super.read(buffer, offset, wanted);
        read += Math.max(0, count);
        if (count < 0 && length != null && read < length) {
            throw new IOException("the body ended after " + read + " of " + length + " bytes");
        }
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        read += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
