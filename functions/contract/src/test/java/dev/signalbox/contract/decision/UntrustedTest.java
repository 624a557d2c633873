package dev.signalbox.contract.decision;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UntrustedTest {
    @Test
    void takesOutWhatHidesOrReordersText() {
        assertThat(new Untrusted("a\u202eb\u0000c\nd\u200be").text()).isEqualTo("abcde");
    }

    @Property
    void isNeverLongerThanEightyCharacters(@ForAll String anything) {
        String text = new Untrusted(anything).text();

        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(80);
    }
}
