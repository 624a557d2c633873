package dev.signalbox.infra;

import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.StageName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.constructs.Node;

/// Reads [Settings] from the context that `cdk -c name=value` and `cdk.json` give.
final class SettingsReader {
    private static final List<String> NAMES = List.of(
            "alertEmails", "canary", "monthlyBudgetUsd", "ownKey", "pipelines", "reservedConcurrency", "stage", "zips");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern RESERVED = Pattern.compile("([a-z]+):([1-9][0-9]{0,3})");

    private final Node context;
    private final Path root;

    /// @param context of the app
    /// @param root of the tree
    SettingsReader(Node context, Path root) {
        this.context = context;
        this.root = root;
    }

    /// Raises [InvalidInput] for the first setting that cannot be used.
    Settings read() {
        unknown();
        DeploymentStage stage = stage();
        List<String> emails = emails();
        OptionalDouble budget = budget(emails);
        List<PipelineFile> pipelines = pipelines();
        String zips = text("zips");
        return new Settings(
                stage,
                root.resolve("statemachines/model-pipeline.asl.json"),
                zips == null ? Zips.built(root) : Zips.in(Path.of(zips)),
                pipelines,
                flag("ownKey", stage == DeploymentStage.PROD),
                emails,
                budget,
                flag("canary", false),
                flag("eventsOut", stage == DeploymentStage.PROD),
                reserved());
    }

    /// Names with a sign in them are CDK's own.
    private void unknown() {
        if (context.getAllContext() instanceof Map<?, ?> all) {
            for (Object name : all.keySet()) {
                if (String.valueOf(name).matches("[A-Za-z]+") && !NAMES.contains(String.valueOf(name))) {
                    throw new InvalidInput(
                            "There is no setting " + name + ".",
                            Nearest.to(String.valueOf(name), NAMES)
                                            .map(near -> "Did you mean " + near + "? ")
                                            .orElse("")
                                    + "Known are: " + String.join(", ", NAMES) + ".");
                }
            }
        }
    }

    private boolean flag(String name, boolean otherwise) {
        String given = text(name);
        if (given == null) {
            return otherwise;
        }
        return switch (given) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidInput(
                        "The setting " + name + " is '" + given + "'; expected true or false.",
                        "Say -c " + name + "=true or leave it out.");
        };
    }

    private List<String> emails() {
        String given = text("alertEmails");
        List<String> emails =
                given == null ? List.of() : Arrays.asList(given.strip().split("\\s*,\\s*"));
        for (String email : emails) {
            if (!EMAIL.matcher(email).matches()) {
                throw new InvalidInput(
                        "The setting alertEmails has '" + email + "'; expected e-mail addresses with commas between.",
                        "Say -c alertEmails=team@example.com.");
            }
        }
        return emails;
    }

    private OptionalDouble budget(List<String> emails) {
        String given = text("monthlyBudgetUsd");
        if (given == null) {
            return OptionalDouble.empty();
        }
        if (!given.matches("[0-9]{1,7}(\\.[0-9]{1,2})?") || Double.parseDouble(given) <= 0) {
            throw new InvalidInput(
                    "The setting monthlyBudgetUsd is '" + given + "'; expected an amount above 0, such as 200.",
                    "Say -c monthlyBudgetUsd=200.");
        }
        if (emails.isEmpty()) {
            throw new InvalidInput(
                    "The setting monthlyBudgetUsd is " + given + " and alertEmails is empty: nobody would be told.",
                    "Say -c alertEmails=team@example.com, too.");
        }
        return OptionalDouble.of(Double.parseDouble(given));
    }

    private Map<StageName, Integer> reserved() {
        Map<StageName, Integer> reserved = new EnumMap<>(StageName.class);
        String given = text("reservedConcurrency");
        for (String part : given == null ? new String[0] : given.strip().split("\\s*,\\s*")) {
            Matcher matcher = RESERVED.matcher(part);
            StageName stage = matcher.matches() ? stage(matcher.group(1)) : null;
            if (stage == null) {
                throw new InvalidInput(
                        "The setting reservedConcurrency has '" + part + "'; expected stage:calls.",
                        "Say -c reservedConcurrency=train:20,ingest:5.");
            }
            reserved.put(stage, Integer.valueOf(matcher.group(2)));
        }
        return reserved;
    }

    private static @Nullable StageName stage(String id) {
        return Arrays.stream(StageName.values())
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElse(null);
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
