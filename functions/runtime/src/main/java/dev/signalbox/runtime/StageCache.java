package dev.signalbox.runtime;

import dev.signalbox.contract.ContractJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers of stages by the fingerprint of what they were made from. A repeated stage returns what exists.
final class StageCache<O> {
    private final StageEnvironment environment;
    private final StageName stage;
    private final Class<O> resultType;

    StageCache(StageEnvironment environment, StageName stage, Class<O> resultType) {
        this.environment = environment;
        this.stage = stage;
        this.resultType = resultType;
    }

    @Nullable
    String fingerprint(@Nullable Object identity) {
        return identity == null ? null : Digests.ofRecord(List.of(stage.id(), environment.codeVersion(), identity));
    }

    @Nullable
    O find(String fingerprint) throws IOException {
        Optional<byte[]> known = environment.artifacts().recall(key(fingerprint));
        return known.isEmpty() ? null : ContractJson.LENIENT.readValue(known.get(), resultType);
    }

    void keep(String fingerprint, byte[] result) {
        environment.artifacts().remember(key(fingerprint), result);
    }

    private String key(String fingerprint) {
        return "cache/" + stage.id() + "/" + fingerprint;
    }
}
