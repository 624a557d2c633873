package dev.signalbox.registry.report;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.stage.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where everything came from, and how to run it again.
final class ProvenanceSection {
    private ProvenanceSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        RunManifest manifest = story.manifest();
        List<Map<String, String>> facts = new ArrayList<>();
        add(facts, "Source", manifest.source().uri());
        add(facts, "Source version", manifest.source().versionTag());
        add(facts, "Dataset version", manifest.datasetVersion());
        add(facts, "Configuration", manifest.configSha256());
        add(facts, "Seed", String.valueOf(manifest.config().seed()));
        add(facts, "Code version", manifest.codeVersion());
        add(facts, "Started by", manifest.trigger());
        add(
                facts,
                "Version in production",
                story.request().version() == null ? null : "" + story.request().version());
        artifact(facts, "Profile", story.request().profile());
        artifact(facts, "Findings", story.request().findings());
        artifact(facts, "Evaluation", story.request().evaluation());
        artifact(facts, "Gate", story.request().gate());
        chosenModel(facts, story);
        model.put("provenance", facts);
        model.put("command", command(manifest, story.request().run().pipeline()));
    }

    private static void chosenModel(List<Map<String, String>> facts, Story story) {
        CandidateEvaluation chosen = story.chosen();
        for (CandidateRef candidate : story.request().candidates()) {
            if (chosen != null && candidate.candidateId().equals(chosen.candidateId())) {
                artifact(facts, "Model " + candidate.candidateId(), candidate.model());
            }
        }
        var prepared = story.request().prepared();
        if (prepared != null) {
            artifact(facts, "Fitted features", prepared.features());
        }
    }

    private static String command(RunManifest manifest, String pipeline) {
        String holdout = manifest.holdout() == null
                ? quoted(manifest.source().fileName())
                : "--train " + quoted(manifest.source().fileName()) + " --holdout "
                        + quoted(manifest.holdout().fileName());
        return "signalbox run " + holdout + " --target "
                + quoted(manifest.config().target()) + " --pipeline " + pipeline;
    }

    /// A word for a shell; anything unusual stands in single quotes.
    private static String quoted(String word) {
        boolean plain = !word.isEmpty()
                && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static void artifact(List<Map<String, String>> facts, String name, @Nullable ArtifactRef ref) {
        add(facts, name, ref == null ? null : "sha256 " + ref.sha256());
    }

    private static void add(List<Map<String, String>> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Map.of("name", name, "value", value));
        }
    }
}
