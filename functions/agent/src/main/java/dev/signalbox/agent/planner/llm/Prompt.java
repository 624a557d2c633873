package dev.signalbox.agent.planner.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.agent.guardrail.DecisionIds;
import dev.signalbox.agent.wire.ProposalSchema;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the model is told. The system's text is a file with a version and holds nothing of the run;
/// everything of the run is JSON in the user's messages, so that no string of the data stands where
/// instructions do.
final class Prompt {
    /// Of the file; a change of its text is a new file with the next number.
    static final String VERSION = "2";

    private static final String FILE = "prompt-" + VERSION + ".txt";

    private Prompt() {}

    /// The instructions.
    ///
    /// @param withSchema whether the schema of proposals follows, for servers that do not take it beside the
    ///     messages
    static String system(boolean withSchema) {
        return resource(FILE) + (withSchema ? "\nThe JSON Schema of your answer:\n" + schema() : "");
    }

    /// The schema of proposals, on one line.
    static String schema() {
        try {
            return ContractJson.LENIENT.readTree(ProposalSchema.text()).toString();
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure("The schema of proposals is not JSON.", "Build the archive again.", e);
        }
    }

    /// The first message: the view.
    static String question(RunView view) {
        ObjectNode message = ContractJson.LENIENT.createObjectNode();
        message.put("newCandidateIdsBeginWith", DecisionIds.prefix(view));
        message.set("view", ContractJson.LENIENT.valueToTree(view));
        return message.toString();
    }

    /// A later message: why the proposal before was denied.
    static String correction(List<Ruling> rulings) {
        ObjectNode message = ContractJson.LENIENT.createObjectNode();
        ArrayNode denied = message.putArray("denied");
        rulings.stream()
                .filter(ruling -> ruling.outcome() != RulingOutcome.ALLOW)
                .forEach(ruling -> denied.addObject()
                        .put("guardrail", ruling.guardrail())
                        .put("code", ruling.code())
                        .put("reason", ruling.reason()));
        return message.toString();
    }

    static String resource(String name) {
        try (InputStream file = Prompt.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new UnexpectedFailure("The file " + name + " is not in the archive.", "Build it again.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnexpectedFailure("The file " + name + " cannot be read.", "Build the archive again.", e);
        }
    }
}
