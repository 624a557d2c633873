package dev.signalbox.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.StageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The edge that every handler extends: decodes the request, checks it, looks into the cache, runs the
/// stage, records and measures, and encodes the answer. Lambda, the laptop and the tests all come through
/// here over bytes.
///
/// An answer carries one member beside the record's own: `usage` with `seconds` and `costUsd` of this call,
/// which the state machine adds up against the run's budget.
///
/// @param <I> the request
/// @param <O> the answer
public abstract class StageHandler<I extends StageRequest, O> implements RequestStreamHandler {
    private final StageName stage;
    private final Class<I> requestType;
    private final Class<O> resultType;
    private final StageEnvironment environment;

    /// @param stage the one name
    /// @param requestType what is decoded
    /// @param resultType what is encoded, and read back from the cache
    /// @param environment everything from outside
    protected StageHandler(StageName stage, Class<I> requestType, Class<O> resultType, StageEnvironment environment) {
        this.stage = stage;
        this.requestType = requestType;
        this.resultType = resultType;
        this.environment = environment;
    }

    /// Does the stage's work. Idempotent: called again with the same request it gives the same answer.
    protected abstract O run(I request);

    /// What identifies the answer besides stage and code version: input hashes, parameters, seed. Null when
    /// the stage must always run.
    protected @Nullable Object identity(I request) {
        return null;
    }

    /// Whether an answer may be returned again to an equal request; a failure that another try may not have
    /// should not.
    protected boolean keeps(O result) {
        return true;
    }

    /// What a service outside charges for the answer, in USD; the call's usage counts it beside memory and
    /// time.
    protected double chargedUsd(O result) {
        return 0;
    }

    /// What distinguishes this call from others of the same stage in one run, such as a candidate's id; null
    /// for the only one.
    protected @Nullable String detail(I request) {
        return null;
    }

    /// Numbers of a new answer that are worth watching; asked on AWS only, after everything is recorded.
    protected List<Measure> measures(I request, O result) {
        return List.of();
    }

    /// Everything from outside.
    protected final StageEnvironment environment() {
        return environment;
    }

    /// The folder of this stage's artifacts in a run.
    protected final String folder(RunRef run) {
        return "runs/" + run.runId() + "/" + stage.id();
    }

    /// run.json of a run.
    protected final RunManifest manifest(RunRef run) {
        return new Documents(environment.artifacts()).read(run.manifest(), RunManifest.class);
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        new StageCall<>(this, context).run(input, output);
    }

    StageName stage() {
        return stage;
    }

    Class<I> requestType() {
        return requestType;
    }

    Class<O> resultType() {
        return resultType;
    }
}
