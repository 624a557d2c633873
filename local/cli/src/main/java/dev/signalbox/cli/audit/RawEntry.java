package dev.signalbox.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.workspace.SqliteLedger.StoredEntry;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.runtime.Digests;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An entry as its row has it. The hash is computed over the stored text, not over what today's records make of
/// it: a member that a later version adds to an event must not make older chains look changed.
///
/// @param place the row's number
/// @param document as stored; null where it is no JSON, or not as Signalbox writes it
record RawEntry(long place, @Nullable JsonNode document) {
    private static final List<String> MEMBERS = List.of("runId", "sequence", "at", "event", "previousHash", "hash");

    static RawEntry of(StoredEntry row) {
        try {
            JsonNode read = ContractJson.STRICT.readTree(row.document());
            boolean asWritten = ContractJson.LENIENT.writeValueAsString(read).equals(row.document());
            boolean complete = read.isObject()
                    && MEMBERS.equals(
                            read.properties().stream().map(Map.Entry::getKey).toList());
            return new RawEntry(row.place(), asWritten && complete ? read : null);
        } catch (JsonProcessingException _) {
            return new RawEntry(row.place(), null);
        }
    }

    String hash() {
        return text("hash");
    }

    String previousHash() {
        return text("previousHash");
    }

    String runId() {
        return text("runId");
    }

    long sequence() {
        return document == null ? -1 : document.path("sequence").asLong(-1);
    }

    JsonNode event() {
        return document == null ? ContractJson.LENIENT.nullNode() : document.path("event");
    }

    /// Whether the content is what the entry's own hash says, and the record can be read.
    boolean intact() {
        if (document == null) {
            return false;
        }
        String content = previousHash() + "\n" + runId() + "\n" + sequence() + "\n" + text("at") + "\n"
                + Digests.ofRecord(event());
        return Digests.sha256(content).equals(hash()) && readable(document);
    }

    private static boolean readable(JsonNode document) {
        try {
            ContractJson.LENIENT.treeToValue(document, LedgerEntry.class);
            return true;
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private String text(String member) {
        return document == null ? "" : document.path(member).asText();
    }
}
