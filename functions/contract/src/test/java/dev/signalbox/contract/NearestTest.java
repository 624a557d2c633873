package dev.signalbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void findsWhatWasMeant() {
        assertThat(Nearest.to("specis", List.of("island", "species"))).contains("species");
        assertThat(Nearest.to("SPECIES", List.of("island", "species"))).contains("species");
        assertThat(Nearest.to("zzz", List.of("island", "species"))).isEmpty();
        assertThat(Nearest.to("sepcies", List.of("island", "species"))).contains("species");
    }

    @Test
    void countsTwoSwappedLettersAsOneMistake() {
        assertThat(Nearest.distance("lenght", "length")).isEqualTo(1);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }

    @Property
    void distanceIsAMetric(@ForAll("words") String a, @ForAll("words") String b) {
        assertThat(Nearest.distance(a, b)).isEqualTo(Nearest.distance(b, a));
        assertThat(Nearest.distance(a, a)).isZero();
        assertThat(Nearest.distance(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> words() {
        return net.jqwik.api.Arbitraries.strings().alpha().ofMaxLength(12);
    }
}
