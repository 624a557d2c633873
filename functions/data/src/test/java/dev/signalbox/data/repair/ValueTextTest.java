package dev.signalbox.data.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runtime.value.CellValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows to be scored are repaired without a database: a typed value must be the same text there as here, or a
/// mapped label would be mapped in training and not in serving.
class ValueTextTest {
    private static final Connection DATABASE = open();
    private static final long YEAR_1_MICROS = -62_135_596_800_000_000L;
    private static final long YEAR_9999_MICROS = 253_402_300_799_999_999L;

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                -1.5,
                100,
                0.1,
                1e-4,
                1e-5,
                1.5e-5,
                123456789,
                1e15,
                9999999999999998.0,
                1e16,
                1.25e16,
                1e22,
                1e100,
                1e-100,
                4.9e-324,
                1.7976931348623157e308,
                0.30000000000000004,
                1.1f,
                2e-3
            })
    void numbersAreTheTextThatTheDatabaseMakesOfThem(double value) throws SQLException {
        assertThat(new CellValue.Real(value).text()).isEqualTo(cast("?::DOUBLE", value));
    }

    @Property(tries = 500)
    void anyNumberIsTheTextThatTheDatabaseMakesOfIt(@ForAll double value) throws SQLException {
        assertThat(new CellValue.Real(value).text()).isEqualTo(cast("?::DOUBLE", value));
    }

    @Property(tries = 200)
    void momentsAndDaysAreTheTextThatTheDatabaseMakesOfThem(
            @ForAll @LongRange(min = YEAR_1_MICROS, max = YEAR_9999_MICROS) long micros) throws SQLException {
        assertThat(new CellValue.Moment(micros).text()).isEqualTo(cast("make_timestamp(?)", micros));
        long second = Math.floorDiv(micros, 1_000_000L) * 1_000_000L;
        assertThat(new CellValue.Moment(second).text()).isEqualTo(cast("make_timestamp(?)", second));
        assertThat(new CellValue.Day(Math.floorDiv(micros, 86_400_000_000L)).text())
                .isEqualTo(cast("make_timestamp(?)::DATE", micros));
    }

    @Property(tries = 50)
    void wholeNumbersAndTruthsAreTheTextThatTheDatabaseMakesOfThem(@ForAll long whole, @ForAll boolean truth)
            throws SQLException {
        assertThat(new CellValue.Whole(whole).text()).isEqualTo(cast("?::BIGINT", whole));
        assertThat(new CellValue.Truth(truth).text()).isEqualTo(cast("?::BOOLEAN", truth));
    }

    private static String cast(String value, Object parameter) throws SQLException {
        try (PreparedStatement statement = DATABASE.prepareStatement("SELECT CAST(" + value + " AS VARCHAR)")) {
            statement.setObject(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /// One for all examples: to open one takes longer than to ask it.
    private static Connection open() {
        try {
            return new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
