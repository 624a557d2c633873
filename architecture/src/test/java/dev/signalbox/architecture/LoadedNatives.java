package dev.signalbox.architecture;

import dev.signalbox.model.learn.NativeLearners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The main class of a process that loads native libraries as a function does, and prints which files of a
/// folder it then holds in memory.
final class LoadedNatives {
    private LoadedNatives() {}

    /// @param arguments the folder; the libraries by name, with commas between
    public static void main(String[] arguments) throws IOException, SQLException {
        for (String library : arguments[1].split(",")) {
            switch (library) {
                case "LightGBM" -> NativeLearners.loadLightGbm();
                case "XGBoost" -> NativeLearners.loadXgboost();
                case "DuckDB" -> DriverManager.getConnection("jdbc:duckdb:").close();
                default -> throw new IllegalArgumentException(library);
            }
        }
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            lines.filter(line -> line.matches(".*/[^/]*(duckdb|lightgbm|xgboost|gomp)[^/]*"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .distinct()
                    .map(file -> file.startsWith(arguments[0]) ? file.getFileName() : file)
                    .map(Path::toString)
                    .sorted()
                    .forEach(System.out::println);
        }
    }
}
