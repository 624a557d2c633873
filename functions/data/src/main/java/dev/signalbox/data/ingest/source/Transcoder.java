package dev.signalbox.data.ingest.source;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.data.duckdb.DiskFailures;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Copies a text into UTF-8 in constant memory.
final class Transcoder {
    private static final int BUFFER_CHARS = 1 << 15;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Transcoder() {}

    static TextFile toUtf8(PlainFile plain, Charset charset, Path scratch) {
        boolean wide = charset.name().startsWith("UTF-");
        CodingErrorAction onError = wide ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError);
        long chars = 0;
        try {
            Path target = Files.createTempFile(scratch, "utf8-", "");
            try (Reader in = new InputStreamReader(Files.newInputStream(plain.file()), decoder);
                    Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
                char[] buffer = new char[BUFFER_CHARS];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    int from = chars == 0 && count > 0 && buffer[0] == BYTE_ORDER_MARK ? 1 : 0;
                    out.write(buffer, from, count - from);
                    chars += count;
                }
            }
            return new TextFile(target, 0, charset.name().toLowerCase(Locale.ROOT));
        } catch (CharacterCodingException e) {
            throw new InvalidInput(
                    "The file " + plain.name() + " begins as " + charset.name() + ", but is not after about " + chars
                            + " characters; expected one encoding throughout.",
                    "It may be cut off or put together from several files: save it as UTF-8.",
                    e);
        } catch (IOException e) {
            throw DiskFailures.of("The file " + plain.name() + " cannot be brought to UTF-8", e);
        }
    }
}
