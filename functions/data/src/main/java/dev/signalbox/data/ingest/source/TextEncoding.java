package dev.signalbox.data.ingest.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.data.duckdb.DiskFailures;
import dev.signalbox.data.ingest.record.EncodingEvidence;
import dev.signalbox.data.ingest.record.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the encoding of a text by its byte order mark, by its zero bytes, or by what its bytes beyond ASCII
/// look like.
///
/// UTF-8 is believed until the whole file was read: what breaks it decides afterwards ([#other]) whether a
/// few records are damaged or the file is in another encoding.
public final class TextEncoding {
    private static final int HEAD_BYTES = 1 << 13;
    private static final int CONTROL_LIMIT = ' ';
    private static final double MOST_CONTROLS = 0.02;
    private static final double UTF16_ZEROS = 0.3;
    private static final int LEAST_CONFIDENCE = 20;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextEncoding() {}

    /// The file as UTF-8: itself, or a copy.
    ///
    /// Raises [InvalidInput] for an empty file, for one that is no text, and for one whose bytes are not of
    /// the encoding that its byte order mark names.
    ///
    /// @param scratch an existing folder that the caller empties
    public static TextFile open(PlainFile plain, Path scratch) {
        byte[] head = head(plain);
        if (head.length == 0) {
            throw new InvalidInput(
                    "The file " + plain.name() + " is empty (0 bytes); expected a table.",
                    "Check the program that wrote it, then bring it again.");
        }
        if (Packing.starts(head, 0xef, 0xbb, 0xbf)) {
            return new TextFile(plain.file(), 3, "utf-8 with byte order mark");
        }
        Charset wide = wide(head);
        if (wide != null) {
            return Transcoder.toUtf8(plain, wide, scratch);
        }
        InvalidInput refusal = BinaryFormat.refusal(plain.name(), head);
        if (refusal != null) {
            throw refusal;
        }
        if (isBinary(head)) {
            throw BinaryFormat.refuse(
                    plain.name(),
                    "binary (its first bytes are " + hex(head) + ")",
                    "Check that it is the file you meant.");
        }
        return new TextFile(plain.file(), 0, "utf-8");
    }

    /// The file as UTF-8 once it was read as such and some records were broken: null when it is UTF-8 with
    /// damaged records, else a copy out of the encoding that it really has.
    ///
    /// @param records that were read
    public static @Nullable TextFile other(PlainFile plain, EncodingEvidence evidence, long records, Path scratch) {
        if (evidence.isWestern()) {
            return Transcoder.toUtf8(plain, western(evidence.sample()), scratch);
        }
        if (!evidence.isForeign(records)) {
            return null;
        }
        CharsetMatch match = new CharsetDetector().setText(evidence.sample()).detect();
        if (match == null || match.getConfidence() < LEAST_CONFIDENCE || !Charset.isSupported(match.getName())) {
            throw new InvalidInput(
                    "The encoding of " + plain.name() + " is none that is known; expected UTF-8, UTF-16 or Latin-1.",
                    "Save it as UTF-8.");
        }
        Charset found = Charset.forName(match.getName());
        return found.equals(StandardCharsets.UTF_8) ? null : Transcoder.toUtf8(plain, found, scratch);
    }

    /// Latin-1 has no letters from 0x80 to 0x9f, Windows has.
    private static Charset western(byte[] sample) {
        for (byte b : sample) {
            if (b < (byte) 0xa0) {
                return WINDOWS_1252;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    private static @Nullable Charset wide(byte[] head) {
        if (Packing.starts(head, 0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (Packing.starts(head, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (Packing.starts(head, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return utf16WithoutMark(head);
    }

    /// Western text in UTF-16 has a zero in every other byte.
    private static @Nullable Charset utf16WithoutMark(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int at = 0; at < head.length; at++) {
            even += head[at] == 0 && at % 2 == 0 ? 1 : 0;
            odd += head[at] == 0 && at % 2 == 1 ? 1 : 0;
        }
        if (odd > UTF16_ZEROS * head.length && even * 20 < odd) {
            return StandardCharsets.UTF_16LE;
        }
        return even > UTF16_ZEROS * head.length && odd * 20 < even ? StandardCharsets.UTF_16BE : null;
    }

    /// Control characters, and bytes that are UTF-8 nowhere near and no letters either.
    private static boolean isBinary(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            boolean usual = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1a || b == 0x1f || b == 1;
            controls += b >= 0 && b < CONTROL_LIMIT && !usual ? 1 : 0;
        }
        int invalid = Utf8.firstInvalid(head, 0, Math.max(0, head.length - 3));
        return controls > (invalid >= 0 ? MOST_CONTROLS / 2 : MOST_CONTROLS) * head.length + 1;
    }

    private static String hex(byte[] head) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(8, head.length); i++) {
            hex.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", head[i]));
        }
        return hex.toString();
    }

    private static byte[] head(PlainFile plain) {
        try (InputStream in = Files.newInputStream(plain.file())) {
            return in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw DiskFailures.of("The file " + plain.name() + " cannot be read", e);
        }
    }
}
