package dev.signalbox.aws.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A server between a client and a service. Each call passes, unless a test has said what happens to it; and
/// each is remembered.
public final class Wire implements AutoCloseable {
    private final @Nullable URI service;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Plan> plans = new ConcurrentLinkedDeque<>();

    /// @param service where calls pass to; null where a test answers all of them
    public Wire(@Nullable URI service) throws IOException {
        this.service = service;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// Where it listens.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What came until now.
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /// The next calls get these faults, one each.
    public Wire next(Fault... faults) {
        for (Fault fault : faults) {
            plans.add(new Plan(call -> true, fault, 1));
        }
        return this;
    }

    /// The next calls of a kind get a fault.
    public Wire when(Predicate<Call> which, int times, Fault fault) {
        plans.add(new Plan(which, fault, times));
        return this;
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            calls.add(call);
            new Passage(exchange, call, service, closed).take(plan(call));
        } catch (IOException | InterruptedException _) {
            // The client has gone: that is its affair.
        }
    }

    private synchronized Fault plan(Call call) {
        for (Plan plan : new ArrayList<>(plans)) {
            if (plan.which().test(call)) {
                plans.remove(plan);
                if (plan.times() > 1) {
                    plans.addFirst(new Plan(plan.which(), plan.fault(), plan.times() - 1));
                }
                return plan.fault();
            }
        }
        return new Fault.None();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        // Nobody waits for calls that a test has given up.
        threads.shutdownNow();
    }

    private record Plan(Predicate<Call> which, Fault fault, int times) {}

    /// A request.
    ///
    /// @param method such as `PUT`
    /// @param target path and query
    /// @param headers of the request
    /// @param body all of it
    public record Call(String method, String target, com.sun.net.httpserver.Headers headers, byte[] body) {
        /// The body as text.
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// Method and target.
        public String line() {
            return method + " " + target;
        }
    }
}
