package dev.signalbox.aws.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// One call on its way over the wire.
record Passage(
        HttpExchange exchange, Wire.Call call, @Nullable URI service, CountDownLatch closed) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// What belongs to a connection, not to a call.
    private static final Set<String> OF_CONNECTION =
            Set.of("host", "connection", "content-length", "expect", "transfer-encoding", "upgrade");

    void take(Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case Fault.None _ -> answer(ask(call.body()));
            case Fault.Refused _ -> exchange.close();
            case Fault.AnswerLost _ -> ask(call.body());
            case Fault.Truncated(int bytes) -> part(ask(call.body()), bytes);
            case Fault.AnswerDamaged _ -> answer(damaged(ask(call.body())));
            case Fault.RequestDamaged _ -> answer(ask(damaged(call.body())));
            case Fault.Silence _ -> closed.await();
            case Fault.Stuck(int bytes) -> {
                part(ask(call.body()), bytes);
                closed.await();
            }
            case Fault.Instead(int status, Map<String, String> headers, String body) -> {
                headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
                send(status, body.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private HttpResponse<byte[]> ask(byte[] body) throws IOException, InterruptedException {
        URI target = URI.create(Objects.requireNonNull(service) + call.target());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).method(call.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        call.headers().forEach((name, values) -> {
            if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void answer(HttpResponse<byte[]> response) throws IOException {
        answer(new Damaged(response, response.body()));
    }

    private void answer(Damaged response) throws IOException {
        headers(response.response());
        send(response.response().statusCode(), response.body());
    }

    private void part(HttpResponse<byte[]> response, int bytes) throws IOException {
        headers(response);
        exchange.sendResponseHeaders(response.statusCode(), response.body().length);
        exchange.getResponseBody().write(Arrays.copyOf(response.body(), bytes));
        exchange.getResponseBody().flush();
    }

    private void headers(HttpResponse<byte[]> response) {
        response.headers().map().forEach((name, values) -> {
            if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        if (call.method().equals("HEAD")) {
            response.headers()
                    .firstValue("content-length")
                    .ifPresent(length -> exchange.getResponseHeaders().add("Content-Length", length));
        }
    }

    private void send(int status, byte[] body) throws IOException {
        boolean bodiless = call.method().equals("HEAD") || status == 204 || body.length == 0;
        if (call.method().equals("HEAD") && body.length > 0) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Damaged damaged(HttpResponse<byte[]> response) {
        return new Damaged(response, damaged(response.body()));
    }

    private static byte[] damaged(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    private record Damaged(HttpResponse<byte[]> response, byte[] body) {}
}
