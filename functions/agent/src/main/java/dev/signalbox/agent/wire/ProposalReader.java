package dev.signalbox.agent.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.Untrusted;
import java.io.IOException;
import java.util.stream.Collectors;

/// Reads a proposal out of bytes that nobody vouches for: a language model's answer, a file. Two shapes are
/// understood: a whole proposal, `{"action": {…}, "rationale": …, "evidence": […], "id": …}`, and a bare
/// action, `{"type": "promote", "candidateId": "xgb-1"}`.
///
/// Unknown and repeated members, other types than the records have, numbers that are not finite, texts over
/// 4,000 characters, nesting over 20 levels, more than 256 KiB and anything after the end are refused.
/// Nothing
/// is raised: what cannot be read is a denial with the code `malformed`.
public final class ProposalReader {
    private static final int LONGEST_REASON = 300;

    private ProposalReader() {}

    /// The proposal in the bytes, or why there is none.
    ///
    /// @param planner who proposed; what the bytes say about that is not believed
    /// @param rule the rule or prompt that fired
    public static Reading read(byte[] json, String planner, String rule) {
        if (json.length > StrictJson.LONGEST_DOCUMENT) {
            return malformed("It has " + json.length + " bytes; expected at most " + StrictJson.LONGEST_DOCUMENT + ".");
        }
        try {
            JsonNode tree = StrictJson.MAPPER.readTree(json);
            if (!(tree instanceof ObjectNode object)) {
                return malformed("It is not a JSON object; expected an action, or a proposal with one.");
            }
            if (mixesKinds(object)) {
                return malformed("A list in it mixes kinds of values; expected values of one kind.");
            }
            return new Reading.Understood(draft(object).by(planner, rule));
        } catch (JsonMappingException e) {
            return malformed(path(e) + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            return malformed(e.getOriginalMessage());
        } catch (IOException e) {
            return malformed("It is not JSON in UTF-8: " + e.getMessage());
        }
    }

    private static Draft draft(ObjectNode object) throws JsonProcessingException {
        ObjectNode whole = object;
        if (object.has("type") && !object.has("action")) {
            whole = StrictJson.MAPPER.createObjectNode();
            whole.set("action", object);
        }
        whole.remove("planner");
        whole.remove("rule");
        leaveAlone(whole);
        return StrictJson.MAPPER.treeToValue(whole, Draft.class);
    }

    /// What the changes of a stage that is run again do not name is left alone, and only there may a number
    /// be
    /// left out.
    private static void leaveAlone(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("retry_stage")
                && object.get("changes") instanceof ObjectNode changes) {
            changes.putIfAbsent("sampleFraction", changes.numberNode(1.0));
            changes.putIfAbsent("threads", changes.numberNode(0));
            changes.putIfAbsent("lenientParser", changes.booleanNode(false));
        }
        node.forEach(ProposalReader::leaveAlone);
    }

    /// Jackson also reads `["finish", {}]` as an action; no list of ours holds a text beside an object.
    private static boolean mixesKinds(JsonNode node) {
        if (node.isArray()
                && node.valueStream().map(JsonNode::getNodeType).distinct().count() > 1) {
            return true;
        }
        return node.valueStream().anyMatch(ProposalReader::mixesKinds);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().isEmpty()
                ? ""
                : "At "
                        + e.getPath().stream()
                                .map(step -> step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "/" + new Untrusted(step.getFieldName()).text())
                                .collect(Collectors.joining())
                        + ": ";
    }

    private static Reading malformed(String message) {
        String plain = message.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .filter(point ->
                        Character.getType(point) != Character.FORMAT && Character.getType(point) != Character.SURROGATE)
                .limit(LONGEST_REASON)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Reading.Malformed(new Ruling(
                "well_formed",
                RulingOutcome.DENY,
                "malformed",
                plain + " Write one JSON object by the schema of proposals."));
    }
}
