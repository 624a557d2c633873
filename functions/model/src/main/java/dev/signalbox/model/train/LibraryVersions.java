package dev.signalbox.model.train;

import dev.signalbox.contract.action.Algorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/// Versions of the libraries that an algorithm learns with, as their jars tell them.
final class LibraryVersions {
    private LibraryVersions() {}

    static SortedMap<String, String> of(Algorithm algorithm) {
        return switch (algorithm) {
            case BASELINE, LINEAR, BLEND -> new TreeMap<>();
            case XGBOOST -> version("ml.dmlc", "xgboost4j_2.12");
            case LIGHTGBM -> version("io.github.metarank", "lightgbm4j");
        };
    }

    private static SortedMap<String, String> version(String group, String artifact) {
        String name = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream in = LibraryVersions.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                return new TreeMap<>(Map.of(artifact, "unknown"));
            }
            Properties properties = new Properties();
            properties.load(in);
            return new TreeMap<>(Map.of(artifact, properties.getProperty("version", "unknown")));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the class path", e);
        }
    }
}
