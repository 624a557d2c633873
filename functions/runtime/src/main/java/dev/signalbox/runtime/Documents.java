package dev.signalbox.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;

/// Records as JSON artifacts.
public final class Documents {
    private static final String MEDIA_TYPE = "application/json";
    private final ArtifactStore store;

    /// Documents of a store.
    public Documents(ArtifactStore store) {
        this.store = store;
    }

    /// Writes a record. Equal records have equal bytes and so are one artifact.
    public ArtifactRef write(String folder, String name, Object contractRecord) {
        try {
            return store.write(folder, name, MEDIA_TYPE, ContractJson.LENIENT.writeValueAsBytes(contractRecord));
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(name + " cannot be written as JSON.", "Report this defect.", e);
        }
    }

    /// Reads a record back.
    public <T> T read(ArtifactRef ref, Class<T> type) {
        try {
            return ContractJson.LENIENT.readValue(store.read(ref), type);
        } catch (IOException e) {
            throw unreadable(ref, e);
        }
    }

    /// Reads a list or map back.
    public <T> T read(ArtifactRef ref, TypeReference<T> type) {
        try {
            return ContractJson.LENIENT.readValue(store.read(ref), type);
        } catch (IOException e) {
            throw unreadable(ref, e);
        }
    }

    private static InvalidInput unreadable(ArtifactRef ref, IOException e) {
        return new InvalidInput(
                "The artifact " + ref.uri() + " does not have the expected shape.",
                "It was written by another version; run the pipeline again from the source.",
                e);
    }
}
