package dev.signalbox.data.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.runtime.duckdb.DuckFailures;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckSessionTest {
    @TempDir
    Path folder;

    private DuckSettings settings() {
        return new DuckSettings(2, 256, folder.resolve("spill"));
    }

    @Test
    void namesAndValuesAreNeverExecuted() {
        String evil = "a\"; DROP TABLE t; --";
        String value = "x'); DROP TABLE t; --";
        try (DuckSession duck = DuckSession.open(settings())) {
            duck.execute("CREATE TABLE t (" + Sql.identifier(evil) + " VARCHAR)");
            duck.execute("INSERT INTO t VALUES (" + Sql.literal(value) + ")");
            assertThat(duck.<String>query("SELECT " + Sql.identifier(evil) + " FROM t", row -> row.getString(1)))
                    .isEqualTo(List.of(value));
        }
    }

    @Test
    void aPathSelectsNothingButItself() throws Exception {
        Path file = folder.resolve("a*b[1]'s ?.parquet");
        Files.writeString(folder.resolve("a-other-b1.parquet"), "not Parquet");
        try (DuckSession duck = DuckSession.open(settings())) {
            duck.execute("COPY (SELECT 7 AS n) TO " + Sql.literal(file.toString()) + " (FORMAT parquet)");
            assertThat(duck.count("SELECT n FROM " + Sql.parquet(file))).isEqualTo(7);
        }
    }

    @Test
    void aNumberKeepsItsBits() {
        try (DuckSession duck = DuckSession.open(settings())) {
            for (double number : new double[] {0.1, -1e-300, 1.0E10, Double.MIN_VALUE, Double.POSITIVE_INFINITY}) {
                assertThat(duck.<Double>single("SELECT " + Sql.literal(number), row -> row.getDouble(1)))
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void theSessionGoesOnAfterARefusedStatement() {
        try (DuckSession duck = DuckSession.open(settings())) {
            assertThatThrownBy(() -> duck.execute("SELEC 1")).isInstanceOf(UnexpectedFailure.class);
            assertThat(duck.count("SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void aFileThatIsNotThereIsInvalidInput() {
        try (DuckSession duck = DuckSession.open(settings())) {
            assertThatThrownBy(() -> duck.execute("SELECT * FROM " + Sql.parquet(folder.resolve("none.parquet"))))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void fullDisksAndMemoryAreNamed() {
        assertThat(DuckFailures.of("It failed", new SQLException("IO Error: Could not write: No space left on device")))
                .isInstanceOf(ResourceExhausted.class)
                .hasMessageContaining("No space left");
        assertThat(DuckFailures.of("It failed", new SQLException("Out of Memory Error: failed to pin block")))
                .isInstanceOf(ResourceExhausted.class)
                .hasMessageContaining("more memory");
    }
}
