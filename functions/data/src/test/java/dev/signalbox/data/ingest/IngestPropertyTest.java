package dev.signalbox.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IngestPropertyTest {
    private static Path folder() {
        try {
            return Files.createTempDirectory("ingest-property");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Anything that looks a little like a delimited file.
    @Provide
    Arbitrary<String> mess() {
        Arbitrary<String> piece = Arbitraries.of(
                "a", "1", "2.5", ",", ",", "\n", "\n", "\"", "\"\"", "\r\n", " ", "é", "x,y", "NA", "-", ";", "\t");
        return piece.list().ofMinSize(1).ofMaxSize(60).map(pieces -> "h1,h2\nx,1\ny,2\n" + String.join("", pieces));
    }

    @Property(tries = 60)
    void rowsInAreRowsOutPlusRejects(@ForAll("mess") String text) {
        Ingested found;
        try {
            found = new IngestFixture(folder()).csv(text);
        } catch (InvalidInput | DataQuality e) {
            assertThat(e).hasMessageContaining("\nHint: ");
            return;
        }
        assertThat(found.table().rows()).hasSize((int) found.result().rows().out());
        assertThat(found.rejects()).hasSize((int) found.result().rows().rejected());
        assertThat(found.result().rows().in())
                .isEqualTo(found.table().rows().size() + found.rejects().size());
    }

    /// Tables with a text, a whole and a real column; texts hold whatever quoting must survive.
    @Provide
    Arbitrary<List<Row>> tables() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab ,;|\t\"'\n\\éß漢\uD83D\uDE00".toCharArray())
                .ofMaxLength(12)
                .map(value -> "t" + value.replaceAll("[\uD800-\uDFFF]", "") + "t");
        Arbitrary<Long> whole = Arbitraries.longs();
        Arbitrary<Double> real = Arbitraries.doubles().filter(Double::isFinite);
        return Combinators.combine(text, whole, real)
                .as(Row::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(40);
    }

    @Property(tries = 40)
    void wellFormedTablesComeBackExactly(@ForAll("tables") List<Row> rows) {
        StringBuilder csv = new StringBuilder("name,whole,real\n");
        List<List<String>> expected = new ArrayList<>();
        for (Row row : rows) {
            csv.append('"').append(row.text().replace("\"", "\"\"")).append("\",");
            csv.append(row.whole()).append(',').append(row.real()).append('\n');
            expected.add(List.of(row.text(), Long.toString(row.whole()), Double.toString(row.real())));
        }
        Ingested found =
                new IngestFixture(folder()).file("data.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(found.columns()).containsExactly("name:VARCHAR", "whole:BIGINT", "real:DOUBLE");
        assertThat(found.table().rows()).isEqualTo(expected);
    }

    /// A row of a random table.
    ///
    /// @param text quoted in the file
    /// @param whole a whole number
    /// @param real a finite number
    record Row(String text, long whole, double real) {}
}
