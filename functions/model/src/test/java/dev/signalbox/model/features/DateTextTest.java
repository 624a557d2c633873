package dev.signalbox.model.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.reading.DateOrder;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    private static final double CHRISTMAS = LocalDateTime.of(2024, 12, 25, 0, 0).toEpochSecond(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-12-25",
                "2024/12/25",
                "25.12.2024",
                "12/25/2024",
                "25-12-24",
                "Dec 25 2024",
                "December 25, 2024",
                "25-Dec-24",
                "25 dec 2024",
                "2024-12-25T00:00:00Z",
                "2024-12-25 01:00+01:00",
                "12/25/2024 12:00 AM"
            })
    void readsTheUsualWaysOfWritingADay(String text) {
        assertThat(DateText.seconds(text, DateOrder.UNAMBIGUOUS)).isEqualTo(CHRISTMAS);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-25T18:30:00.5,66600.5",
        "2024-12-25 6:30 PM,66600",
        "2024-12-25 18:30:00.123456789,66600.123456",
        "2024-12-25T18:30-0100,70200",
    })
    void readsTheTimeOfDay(String text, double seconds) {
        assertThat(DateText.seconds(text, DateOrder.UNAMBIGUOUS)).isEqualTo(CHRISTMAS + seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02/03/2024",
                "2024-13-01",
                "2024-02-30",
                "hello",
                "2024",
                "2024-12",
                "1-2-3-4",
                "2024-12-25T25:00",
                "2024-12-25T18",
                "99999-12-25",
                "2024-12-25 noon",
                "a-b-c",
                "$1/2/2024",
                "-2024-12-25",
                ""
            })
    void refusesWhatIsNoDayOrTwo(String text) {
        assertThat(DateText.isUnreadable(DateText.seconds(text, DateOrder.UNAMBIGUOUS)))
                .isTrue();
    }

    @Test
    void readsAnAmbiguousDayInTheOrderOfItsColumn() {
        assertThat(DateText.seconds("25/12/24", DateOrder.DAY_FIRST)).isEqualTo(CHRISTMAS);
        assertThat(DateText.seconds("02/03/2024", DateOrder.DAY_FIRST)
                        - DateText.seconds("02/03/2024", DateOrder.MONTH_FIRST))
                .isEqualTo(28 * 86_400.0);
    }

    @Property(tries = 300)
    void readsWhatADatabaseWrites(@ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long seconds) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        String text = moment.toLocalDate() + " " + moment.toLocalTime();

        assertThat(DateText.seconds(text, DateOrder.UNAMBIGUOUS)).isEqualTo(seconds);
    }
}
