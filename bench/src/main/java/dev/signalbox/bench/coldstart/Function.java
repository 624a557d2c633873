package dev.signalbox.bench.coldstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A function and the shared event that it is given.
///
/// @param module whose zip it comes from
/// @param stage such as `train`
/// @param event the file's name without `.json`
record Function(String module, String stage, String event) {
    /// At least two of each module, among them those that load native libraries.
    static final List<Function> ALL = List.of(
            new Function("agent", "decide", "data"),
            new Function("agent", "triage", "bad-input"),
            new Function("registry", "reject", "request"),
            new Function("registry", "report", "promoted"),
            new Function("data", "intake", "direct"),
            new Function("data", "validate", "usable"),
            new Function("model", "train", "linear"),
            new Function("model", "train", "lightgbm"),
            new Function("model", "train", "xgboost"),
            new Function("model", "prepare", "request"));

    private static final int AGENT_OR_REGISTRY_MILLIS = 400;
    private static final int DATA_OR_MODEL_MILLIS = 900;

    /// From the start of the process to the first answer, without a snapshot.
    int limitMillis() {
        return switch (module) {
            case "agent", "registry" -> AGENT_OR_REGISTRY_MILLIS;
            default -> DATA_OR_MODEL_MILLIS;
        };
    }

    String name() {
        return stage + "/" + event;
    }

    /// As Lambda names it.
    String handler() {
        String title = Character.toUpperCase(stage.charAt(0)) + stage.substring(1);
        return "dev.signalbox." + module + "." + stage + "." + title + "Handler::handleRequest";
    }

    /// The event, its references leading into the bucket `events`.
    byte[] bytes(Path home) throws IOException {
        return Files.readString(home.resolve("events").resolve(stage).resolve(event + ".json"))
                .replace("${events}", "s3://events")
                .getBytes(StandardCharsets.UTF_8);
    }
}
