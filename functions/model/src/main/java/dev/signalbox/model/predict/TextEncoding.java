package dev.signalbox.model.predict;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The encoding of a text: UTF-8 or UTF-16 by its byte order mark or its bytes, else Windows-1252, which has Latin-1.
///
/// @param charset of the text
record TextEncoding(Charset charset) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static TextEncoding of(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return new TextEncoding(StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return new TextEncoding(StandardCharsets.UTF_16BE);
        }
        if (head.length >= 2 && (head[0] == 0 || head[1] == 0)) {
            return new TextEncoding(head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        return new TextEncoding(isUtf8(head) ? StandardCharsets.UTF_8 : WINDOWS);
    }

    /// The text without its byte order mark.
    String decode(byte[] head) {
        String text = new String(head, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    Reader reader(InputStream in) {
        return new InputStreamReader(in, charset);
    }

    /// A character that the sample cuts at its end is no error.
    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }
}
