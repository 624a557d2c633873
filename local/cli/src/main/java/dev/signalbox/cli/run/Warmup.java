package dev.signalbox.cli.run;

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
            load("io.github.metarank.lightgbm4j.LGBMBooster");
            load("ml.dmlc.xgboost4j.java.XGBoost");
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

    private static void load(String className) {
        try {
            Class.forName(className);
        } catch (ClassNotFoundException | LinkageError e) {
            // Train meets the same fault and names it.
            Thread.currentThread().setName("warmup without " + className + ": " + e.getMessage());
        }
    }
}
