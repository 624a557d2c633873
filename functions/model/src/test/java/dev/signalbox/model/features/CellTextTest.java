package dev.signalbox.model.features;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "1=1", " 2.5 =2.5", "-1e3=-1000", "+7=7", ".5=0.5", "$1,234.50=1234.5", "1,234=1234", "€ 5=5", "1,5=1.5"
            })
    void readsNumbersAsPeopleWriteThem(String text, double value) {
        assertThat(CellText.number(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "N/A", "null", "NaN", "?", "None", "-", "inf", "-Infinity", "1e999"})
    void readsMarksOfMissingValuesAsMissing(String text) {
        assertThat(CellText.number(text)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1d", "0x1p3", "1f", "12 34", "1,23,4", "--1", "1e", "5 kg", "12%"})
    void tellsWhatIsNoNumber(String text) {
        assertThat(CellText.isUnreadable(CellText.number(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true,1", "False,0", "T,1", "no,0", "1,1", "0.0,0"})
    void readsTruthValues(String text, double value) {
        assertThat(CellText.flag(text)).isEqualTo(value);
    }

    @Property(tries = 300)
    void readsWhatJavaWrites(@ForAll double value) {
        assertThat(CellText.number(Double.toString(value)))
                .isEqualTo(Double.isInfinite(value) ? Double.NaN : value);
    }
}
