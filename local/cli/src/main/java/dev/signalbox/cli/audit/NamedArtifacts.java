package dev.signalbox.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Every artifact that documents name, wherever in them it stands.
final class NamedArtifacts {
    private final Set<ArtifactRef> found = new LinkedHashSet<>();

    /// Notes what a document names.
    ///
    /// @return the artifacts that no earlier document had named
    Collection<ArtifactRef> in(JsonNode document) {
        Set<ArtifactRef> added = new LinkedHashSet<>();
        collect(document, added);
        return added;
    }

    private void collect(JsonNode node, Set<ArtifactRef> added) {
        if (node.path("uri").isTextual()
                && node.path("sha256").isTextual()
                && node.has("sizeBytes")
                && node.has("mediaType")) {
            add(node, added);
        }
        node.forEach(member -> collect(member, added));
    }

    private void add(JsonNode node, Set<ArtifactRef> added) {
        try {
            ArtifactRef ref = ContractJson.LENIENT.treeToValue(node, ArtifactRef.class);
            if (found.add(ref)) {
                added.add(ref);
            }
        } catch (JsonProcessingException _) {
            // What cannot be a reference stands in an entry or a document that fails its own hash.
        }
    }
}
