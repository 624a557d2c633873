package dev.signalbox.cli.run;

import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.model.learn.NativeLearners;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Loads the native libraries that a run will need while the first states are at work. Only ever a head
/// start: whoever needs a library loads it, and reports what is wrong with it, whether or not this came
/// first.
public final class Warmup {
    private Warmup() {}

    /// Begins on a thread of its own.
    public static void begin() {
        Thread.ofPlatform().daemon().name("warmup").start(() -> {
            duckDb();
            load(NativeLearners::loadLightGbm);
            load(NativeLearners::loadXgboost);
        });
    }

    private static void duckDb() {
        try {
            DriverManager.getConnection("jdbc:duckdb:").close();
        } catch (SQLException | LinkageError e) {
            // Ingest meets the same fault and names it.
            Thread.currentThread().setName("warmup without DuckDB: " + e.getMessage());
        }
    }

    private static void load(Runnable library) {
        try {
            library.run();
        } catch (StageFailure e) {
            // Train meets the same fault and names it.
            Thread.currentThread().setName("warmup: " + e.getMessage());
        }
    }
}
