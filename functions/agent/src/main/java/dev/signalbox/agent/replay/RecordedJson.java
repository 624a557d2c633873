package dev.signalbox.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;

/// Records as the JSON that stands in their artifacts.
final class RecordedJson {
    private RecordedJson() {}

    /// A record as it would be read back.
    static JsonNode tree(Object contractRecord) {
        try {
            return ContractJson.LENIENT.readTree(ContractJson.LENIENT.writeValueAsBytes(contractRecord));
        } catch (IOException e) {
            throw new UnexpectedFailure("A record cannot be written as JSON.", "Report this defect.", e);
        }
    }

    /// A text as JSON. Raises [InvalidInput] with the document's name when they are none.
    static JsonNode tree(String json, String name) {
        return read(json, JsonNode.class, name);
    }

    /// A text as a record. Raises [InvalidInput] with the document's name when they are none.
    static <T> T read(String json, Class<T> type, String name) {
        try {
            T value = ContractJson.LENIENT.readValue(json, type);
            if (value != null) {
                return value;
            }
            throw new InvalidInput(name + " is empty.", HINT);
        } catch (IOException e) {
            throw new InvalidInput(name + " cannot be read as what was recorded.", HINT, e);
        }
    }

    private static final String HINT = "Restore the file as it was written; a replay cannot guess what it was.";
}
