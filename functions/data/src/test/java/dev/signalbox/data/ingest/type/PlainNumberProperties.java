package dev.signalbox.data.ingest.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlainNumberProperties {
    private static final String BEFORE = "5,";
    private static final String BEHIND = ",1.-5";

    @Provide
    Arbitrary<String> spellings() {
        return Arbitraries.strings()
                .withChars("0123456789".toCharArray())
                .withChars("00..--+,e x\u00e9/".toCharArray())
                .ofMaxLength(22);
    }

    @Property(tries = 20_000)
    void saysWhatTheFullLookSaysOrNothing(@ForAll("spellings") String spelling) {
        int quick = quick(spelling);

        if (quick != 0) {
            assertThat(quick).as(spelling).isEqualTo(full(spelling));
        }
    }

    @Example
    void knowsTheUsualSpellings() {
        assertThat(quick("12")).isEqualTo(Meaning.INTEGER.bit());
        assertThat(quick("-7")).isEqualTo(Meaning.INTEGER.bit());
        assertThat(quick("0")).isEqualTo(Meaning.INTEGER.bit());
        assertThat(quick("007")).isEqualTo(Meaning.PADDED_INTEGER.bit());
        assertThat(quick("0.25")).isEqualTo(Meaning.DOT_NUMBER.bit());
        assertThat(quick("-121.5")).isEqualTo(Meaning.DOT_NUMBER.bit());
    }

    /// As in a buffer: something before it, and enough behind it for two words.
    private static int quick(String spelling) {
        byte[] value = spelling.getBytes(StandardCharsets.UTF_8);
        byte[] buffer = Arrays.copyOf((BEFORE + spelling + BEHIND).getBytes(StandardCharsets.UTF_8), 64);
        return Spelling.plainNumber(new ByteWords(buffer), BEFORE.length(), BEFORE.length() + value.length);
    }

    private static int full(String spelling) {
        byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
        return Spelling.meanings(bytes, 0, bytes.length);
    }
}
