package dev.signalbox.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.StageFailure;
import java.util.Locale;
import java.util.Set;

/// What a state did, in a few words, read from its output.
final class StateLines {
    private static final int LONGEST = 140;
    private static final Set<String> STAGES = Set.of(
            "Ingest",
            "Validate",
            "Repair",
            "Prepare",
            "TrainCandidates",
            "Train",
            "Evaluate",
            "Blend",
            "Decide",
            "Triage",
            "Gate",
            "AwaitApproval",
            "Promote",
            "Reject",
            "Quarantine",
            "Alert",
            "Report");

    private StateLines() {}

    static boolean isStage(String state) {
        return STAGES.contains(state);
    }

    static String title(String state) {
        return switch (state) {
            case "TrainCandidates" -> "Train";
            case "AwaitApproval" -> "Approval";
            default -> state;
        };
    }

    /// Whether a state ended with an error that the machine caught.
    static boolean failed(JsonNode output) {
        return output.has("Error") && output.has("Cause");
    }

    static String summary(String state, JsonNode output) {
        String text = failed(output) ? "failed: " + message(output.path("Cause").asText()) : done(state, output);
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /// The words of Lambda's error document, or of a cause that is none.
    private static String message(String cause) {
        try {
            return StageFailure.messageOf(
                    ContractJson.LENIENT.readTree(cause).path("errorMessage").asText(cause));
        } catch (JsonProcessingException plain) {
            return cause;
        }
    }

    private static String done(String state, JsonNode output) {
        return switch (state) {
            case "Ingest" ->
                output.path("rows").path("out").asLong() + " rows, "
                        + output.path("rows").path("rejected").asLong() + " rejected; "
                        + output.path("format").asText();
            case "Validate" ->
                output.path("verdict").asText() + "; " + output.path("errors").asInt() + " errors, "
                        + output.path("warnings").asInt() + " warnings";
            case "Prepare" -> prepared(output.path("prepared"));
            case "TrainCandidates" ->
                output.path("trained").asInt() + " candidates"
                        + (output.path("failed").asInt() == 0
                                ? ""
                                : ", " + output.path("failed").asInt() + " failed");
            case "Evaluate" -> leader(output);
            case "Decide", "Triage" ->
                output.path("action").path("type").asText().replace('_', ' ') + ": "
                        + output.path("rationale").asText();
            default -> output.path("reason").asText("");
        };
    }

    private static String prepared(JsonNode prepared) {
        long folds = prepared.path("folds").path("count").asLong();
        long unlabelled = prepared.path("unlabelledRows").asLong();
        return prepared.path("task").asText() + " of " + prepared.path("target").asText() + "; "
                + prepared.path("trainRows").asLong() + " rows to learn, "
                + prepared.path("validRows").asLong()
                + (folds == 0 ? " to compare, " : " to compare in " + folds + " folds, ")
                + prepared.path("holdoutRows").asLong() + " held out"
                + (unlabelled == 0 ? "" : ", " + unlabelled + " without a target left out");
    }

    private static String leader(JsonNode output) {
        JsonNode best = output.path("leaderboard").path(0);
        return String.format(
                Locale.ROOT,
                "%s leads: %s %.4g [%.4g, %.4g]",
                best.path("candidateId").asText(),
                output.path("metric").asText(),
                best.path("value").asDouble(),
                best.path("low").asDouble(),
                best.path("high").asDouble());
    }
}
