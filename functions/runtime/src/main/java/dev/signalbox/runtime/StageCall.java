package dev.signalbox.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.CallUse;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.StageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One invocation of a handler.
final class StageCall<I extends StageRequest, O> {
    private final StageHandler<I, O> handler;
    private final StageEnvironment environment;
    private final CallLog log;

    StageCall(StageHandler<I, O> handler, Context context) {
        this.handler = handler;
        this.environment = handler.environment();
        this.log = new CallLog(environment, context, handler.stage());
    }

    void run(InputStream input, OutputStream output) throws IOException {
        long started = environment.clock().millis();
        RunRef run = null;
        try {
            I request = decode(input.readAllBytes());
            run = request.run();
            answer(request, started, output);
        } catch (StageFailure e) {
            throw failed(run, e, started);
        } catch (OutOfMemoryError e) {
            throw failed(
                    run,
                    new ResourceExhausted(
                            "Memory ran out in " + handler.stage().title() + ".",
                            "Give the function or the JVM more memory, or use fewer rows.",
                            e),
                    started);
        } catch (RuntimeException e) {
            throw failed(
                    run,
                    new UnexpectedFailure(
                            "A defect in " + handler.stage().title() + ": " + e + ".",
                            "Nothing is lost. Please report it with this message and the run's id.",
                            e),
                    started);
        }
    }

    private void answer(I request, long started, OutputStream output) throws IOException {
        StageCache<O> cache = new StageCache<>(environment, handler.stage(), handler.resultType());
        String fingerprint = cache.fingerprint(handler.identity(request));
        O known = fingerprint == null ? null : cache.find(fingerprint);
        O result = known == null ? handler.run(request) : known;
        byte[] plain = json(result);
        if (fingerprint != null && known == null && handler.keeps(result)) {
            cache.keep(fingerprint, plain);
        }
        Usage usage = Usage.since(started, environment).charged(handler.chargedUsd(result));
        record(
                request.run(),
                new LedgerEvent.StageFinished(
                        handler.stage().id(),
                        handler.detail(request),
                        fingerprint,
                        known != null,
                        usage.millis(),
                        usage.costUsd(),
                        Digests.sha256(plain)));
        log.finished(request.run(), usage, known != null);
        if (known == null) {
            measure(request, result);
        }
        write(plain, usage, output);
    }

    /// Only where a call has a price: on a laptop nobody watches. A number that cannot be had fails nothing.
    private void measure(I request, O result) {
        RunRef run = request.run();
        if (environment.memoryMb() == 0 || run == null) {
            return;
        }
        try {
            log.measured(run, handler.measures(request, result));
        } catch (StageFailure e) {
            environment.log().line("{\"unmeasured\":\"" + handler.stage().id() + "\"}");
        }
    }

    /// The answer's own JSON, an object with a member or more, with `usage` behind its last member.
    private void write(byte[] plain, Usage usage, OutputStream output) throws IOException {
        output.write(plain, 0, plain.length - 1);
        output.write(",\"usage\":".getBytes(StandardCharsets.UTF_8));
        output.write(json(usage.asMember()));
        output.write('}');
    }

    private byte[] json(Object value) {
        try {
            return ContractJson.LENIENT.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure(
                    "The answer of " + handler.stage().title() + " cannot be written.", "Report this defect.", e);
        }
    }

    private I decode(byte[] bytes) {
        try {
            I request = ContractJson.LENIENT.readValue(bytes, handler.requestType());
            if (request == null) {
                throw new InvalidInput("The request is null.", hint());
            }
            return request;
        } catch (JsonProcessingException e) {
            throw new InvalidInput(
                    "The request of " + handler.stage().title() + " cannot be read: " + e.getOriginalMessage() + ".",
                    hint(),
                    e);
        } catch (IOException e) {
            throw new InvalidInput("The request of " + handler.stage().title() + " cannot be read.", hint(), e);
        }
    }

    private String hint() {
        return "Compare it with the files in events/" + handler.stage().id() + "/.";
    }

    private StageFailure failed(@Nullable RunRef run, StageFailure failure, long started) {
        String message = StageFailure.messageOf(String.valueOf(failure.getMessage()));
        Usage usage = Usage.since(started, environment);
        MemoryUse memory = MemoryUse.now(environment.memoryMb());
        failure.used(new CallUse(memory.usedMb(), memory.limitMb(), usage.seconds()));
        log.failed(run, failure.getClass().getName(), usage);
        try {
            record(
                    run,
                    new LedgerEvent.StageFailed(
                            handler.stage().id(), failure.getClass().getName(), message));
        } catch (StageFailure ledgerFailure) {
            failure.addSuppressed(ledgerFailure);
        }
        return failure;
    }

    private void record(@Nullable RunRef run, LedgerEvent event) {
        if (run != null) {
            environment.ledger().append(run.runId(), event);
        }
    }
}
