package dev.signalbox.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.GuardrailHalt;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.runtime.StageName;

/// Calls one stage outside of a run, over bytes as everybody does.
///
/// @param runs the workspace
public record StageCaller(LocalRuns runs) {
    /// The stage's answer.
    ///
    /// Raises what the stage said, as a failure that the command line can print.
    public <T> T call(StageName stage, Object request, Class<T> resultType) {
        try {
            JsonNode answer = runs.host().invoke(stage, ContractJson.LENIENT.valueToTree(request));
            return ContractJson.LENIENT.treeToValue(answer, resultType);
        } catch (TaskFailedException e) {
            throw said(e);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(
                    stage.title() + " gave an answer that cannot be read.", "Report this defect.", e);
        }
    }

    private static StageFailure said(TaskFailedException e) {
        String text = errorMessage(e);
        String message = StageFailure.messageOf(text);
        String hint = StageFailure.hintOf(text);
        return switch (e.error().substring(e.error().lastIndexOf('.') + 1)) {
            case "InvalidInput" -> new InvalidInput(message, hint, e);
            case "DataQuality" -> new DataQuality(message, hint, e);
            case "ArtifactDamaged" -> new ArtifactDamaged(message, hint, e);
            case "DependencyUnavailable" -> new DependencyUnavailable(message, hint, e);
            case "ResourceExhausted" -> new ResourceExhausted(message, hint, e);
            case "GuardrailHalt" -> new GuardrailHalt(message, hint, e);
            default -> new UnexpectedFailure(message, hint, e);
        };
    }

    private static String errorMessage(TaskFailedException e) {
        try {
            return ContractJson.LENIENT
                    .readTree(String.valueOf(e.causeText()))
                    .path("errorMessage")
                    .asText();
        } catch (JsonProcessingException unreadable) {
            return e.error() + ".";
        }
    }
}
