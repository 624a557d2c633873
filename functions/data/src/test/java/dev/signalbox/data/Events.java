package dev.signalbox.data;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;

/// The inputs that tests, the local runner and `sam local invoke` share.
public final class Events {
    private Events() {}

    /// An event's JSON.
    ///
    /// @param name such as `ingest/csv.json`
    public static ObjectNode read(String name) {
        Path file =
                Path.of(System.getProperty("signalbox.root")).resolve("events").resolve(name);
        try {
            return (ObjectNode) ContractJson.LENIENT.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Calls a handler as Lambda does, over bytes.
    public static JsonNode call(RequestStreamHandler handler, JsonNode event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            byte[] bytes = ContractJson.LENIENT.writeValueAsBytes(event);
            handler.handleRequest(new ByteArrayInputStream(bytes), answer, context());
            return ContractJson.LENIENT.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A context of which nothing is used.
    private static Context context() {
        Class<Context> type = Context.class;
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> null));
    }
}
