package dev.signalbox.infra;

import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.failure.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Node;

/// Reads [Settings] from the context that `cdk -c name=value` and `cdk.json` give.
final class SettingsReader {
    private final Node context;
    private final Path root;

    /// @param context of the app
    /// @param root of the tree
    SettingsReader(Node context, Path root) {
        this.context = context;
        this.root = root;
    }

    Settings read() {
        String zips = text("zips");
        return new Settings(
                stage(),
                root.resolve("statemachines/model-pipeline.asl.json"),
                zips == null ? Zips.built(root) : Zips.in(Path.of(zips)),
                pipelines());
    }

    private DeploymentStage stage() {
        String wanted = text("stage") == null ? DeploymentStage.DEV.id() : String.valueOf(text("stage"));
        List<String> known =
                Arrays.stream(DeploymentStage.values()).map(DeploymentStage::id).toList();
        return Arrays.stream(DeploymentStage.values())
                .filter(stage -> stage.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "The setting stage is '" + wanted + "'; expected one of " + String.join(", ", known) + ".",
                        Nearest.to(wanted, known)
                                .map(near -> "Did you mean -c stage=" + near + "?")
                                .orElse("Say -c stage=dev or -c stage=prod.")));
    }

    private List<PipelineFile> pipelines() {
        String given = text("pipelines");
        Path folder = given == null ? root.resolve("pipelines") : Path.of(given);
        if (given == null && !Files.isDirectory(folder)) {
            return List.of();
        }
        return PipelineFile.in(folder);
    }

    private @Nullable String text(String name) {
        Object value = context.tryGetContext(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
