package dev.signalbox.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// What a function meets on AWS, in this process: Lambda's Runtime API, which hands out one event and notes
/// when what happened, and [StandInStores]. Source: AWS documentation, "Using the Lambda runtime API".
final class LambdaHost implements AutoCloseable {
    private static final String API = "/2018-06-01/runtime/";
    private static final String REQUEST = "request-1";
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    /// What a function does that the host sees.
    enum Moment {
        /// It is about to be kept as a snapshot.
        SNAPSHOT,
        /// It has started and asks for an event.
        READY,
        /// The event is on its way.
        SENT,
        /// It has answered.
        ANSWERED
    }

    private final HttpServer server;
    private final StandInStores stores;
    private final Map<Moment, Long> moments = new ConcurrentHashMap<>();
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final byte[] event;

    private LambdaHost(HttpServer server, StandInStores stores, byte[] event) {
        this.server = server;
        this.stores = stores;
        this.event = event;
    }

    /// Begins to listen, on a port of its own, for one process.
    static LambdaHost open(StandInStores stores, byte[] event) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LambdaHost host = new LambdaHost(server, stores, event);
        server.createContext("/", host::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return host;
    }

    /// Such as `127.0.0.1:40123`.
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Completes with the function's answer; fails with what the function reports as its error.
    CompletableFuture<String> answer() {
        return answer;
    }

    /// When it happened, as `System.nanoTime()`; 0 where it did not.
    long nanos(Moment moment) {
        return moments.getOrDefault(moment, 0L);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith(API)) {
            stores.serve(exchange);
            return;
        }
        switch (path.substring(API.length())) {
            case "restore/next" -> {
                note(Moment.SNAPSHOT);
                send(exchange, OK, new byte[0]);
            }
            case "invocation/next" -> next(exchange);
            case "invocation/" + REQUEST + "/response" -> {
                note(Moment.ANSWERED);
                answer.complete(body(exchange));
                send(exchange, ACCEPTED, new byte[0]);
            }
            default -> {
                answer.completeExceptionally(new IllegalStateException(path + ": " + body(exchange)));
                send(exchange, ACCEPTED, new byte[0]);
            }
        }
    }

    /// The first asks for the event; the second waits until its process is ended.
    private void next(HttpExchange exchange) throws IOException {
        if (moments.containsKey(Moment.READY)) {
            return;
        }
        note(Moment.READY);
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", REQUEST);
        exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(Long.MAX_VALUE / 2));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:bench");
        note(Moment.SENT);
        send(exchange, OK, event);
    }

    private void note(Moment moment) {
        moments.put(moment, System.nanoTime());
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
