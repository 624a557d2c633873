package dev.signalbox.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Enough of S3 and DynamoDB for one event: objects of the bucket `events` are the project's shared events,
/// an object that is written can be read again, and the table is empty.
final class StandInStores {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String EVENTS = "/events/";
    private static final String MISSING = "<Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>";

    private final Map<String, byte[]> written = new ConcurrentHashMap<>();
    private final Path home;

    /// @param home the project's folder
    StandInStores(Path home) {
        this.home = home;
    }

    /// Answers one request of the AWS SDK.
    void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
                LambdaHost.send(exchange, OK, "{}".getBytes(StandardCharsets.UTF_8));
            }
            case "PUT" -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                boolean chunked = exchange.getRequestHeaders().containsKey("X-amz-decoded-content-length");
                written.put(path, chunked ? withoutChunks(body) : body);
                LambdaHost.send(exchange, OK, new byte[0]);
            }
            default -> {
                byte[] object = object(path);
                if (object == null) {
                    exchange.getResponseHeaders().set("Content-Type", "application/xml");
                    LambdaHost.send(exchange, NOT_FOUND, MISSING.getBytes(StandardCharsets.UTF_8));
                } else {
                    LambdaHost.send(exchange, OK, object);
                }
            }
        }
    }

    /// What the SDK sends in pieces, each behind its size. Source: Amazon S3 API reference, "Signature
    /// calculations: transferring payload in multiple chunks".
    private static byte[] withoutChunks(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            String size = new String(body, at, end - at, StandardCharsets.US_ASCII).split(";", 2)[0];
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return whole.toByteArray();
            }
            whole.write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
    }

    private byte @org.jspecify.annotations.Nullable [] object(String path) throws IOException {
        Path file = home.resolve("events").resolve(path.substring(Math.min(path.length(), EVENTS.length())));
        if (path.startsWith(EVENTS) && Files.isRegularFile(file)) {
            return Files.readAllBytes(file);
        }
        if (path.endsWith("/penguins.csv")) {
            return Files.readAllBytes(home.resolve("examples/penguins/penguins.csv"));
        }
        return written.get(path);
    }
}
