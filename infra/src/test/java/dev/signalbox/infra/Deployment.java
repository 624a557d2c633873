package dev.signalbox.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awscdk.App;

/// A synthesised deployment, made once for all tests.
record Deployment(Path folder) {
    static final Path ROOT = Path.of(System.getProperty("signalbox.root"));

    static final Path PIPELINES = ROOT.resolve("infra/src/test/resources/pipelines");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Map<String, Object>, Deployment> MADE = new ConcurrentHashMap<>();

    /// As a developer deploys it.
    static Deployment dev() {
        return of(Map.of("stage", "dev"));
    }

    /// With everything that may be chosen.
    static Deployment prod() {
        return of(new TreeMap<>(Map.of(
                "stage", "prod",
                "canary", "true",
                "alertEmails", "team@example.com",
                "monthlyBudgetUsd", "200",
                "reservedConcurrency", "train:20,ingest:5")));
    }

    static Deployment of(Map<String, Object> context) {
        return MADE.computeIfAbsent(context, Deployment::synthesised);
    }

    /// Without the memory of earlier ones.
    static Deployment synthesised(Map<String, Object> context) {
        try {
            Map<String, Object> all = new TreeMap<>(context);
            all.putIfAbsent("zips", zips().toString());
            all.putIfAbsent("pipelines", PIPELINES.toString());
            App app = SignalboxApp.app(all, scratch());
            SignalboxApp.add(app, new SettingsReader(app.getNode(), ROOT).read());
            return new Deployment(Path.of(app.synth().getDirectory()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder that `mvn clean` takes away.
    static Path scratch() throws IOException {
        return Files.createTempDirectory(ROOT.resolve("infra/target"), "synth");
    }

    /// A folder of zips in which there is next to nothing.
    static Path zips() throws IOException {
        Path folder = scratch();
        for (Team team : Team.values()) {
            try (ZipOutputStream zip = new ZipOutputStream(
                    Files.newOutputStream(folder.resolve("signalbox-" + team.id() + "-lambda.zip")))) {
                ZipEntry entry = new ZipEntry(team.id());
                entry.setTime(0);
                zip.putNextEntry(entry);
            }
        }
        return folder;
    }

    /// The template of the stack that holds all that runs need.
    JsonNode core() {
        return templates().firstEntry().getValue();
    }

    /// All templates by stack; the core's name is the shortest.
    TreeMap<String, JsonNode> templates() {
        TreeMap<String, JsonNode> templates = new TreeMap<>();
        for (Path file : files(".template.json")) {
            templates.put(file.getFileName().toString().replace(".template.json", ""), json(file));
        }
        return templates;
    }

    /// Resources of the core of a type, by logical id.
    Map<String, JsonNode> resources(String type) {
        return resources(core(), type);
    }

    /// Resources of the stack of alarms and dashboards.
    Map<String, JsonNode> watched(String type) {
        return templates().entrySet().stream()
                .filter(template -> template.getKey().endsWith("-observability"))
                .findFirst()
                .map(template -> resources(template.getValue(), type))
                .orElseThrow();
    }

    private static Map<String, JsonNode> resources(JsonNode template, String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        template.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue().path("Properties"));
            }
        });
        return found;
    }

    /// Files of the assembly whose names end so.
    List<Path> files(String suffix) {
        try (var files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
