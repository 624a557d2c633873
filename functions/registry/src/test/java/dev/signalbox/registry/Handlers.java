package dev.signalbox.registry;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.runtime.StageHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// Calls handlers as Lambda does, over bytes.
public final class Handlers {
    private Handlers() {}

    public static byte[] bytes(StageHandler<?, ?> handler, byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(request), answer, null);
        return answer.toByteArray();
    }

    public static <T> T call(StageHandler<?, T> handler, Object request, Class<T> answer) throws IOException {
        return ContractJson.LENIENT.readValue(bytes(handler, ContractJson.LENIENT.writeValueAsBytes(request)), answer);
    }
}
