package dev.signalbox.data.ingest;

import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda edge of `Ingest`.
public final class IngestHandler extends StageHandler<IngestRequest, IngestResult> {
    private final IngestStage stage;

    /// Over the adapters that the environment variables name.
    public IngestHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public IngestHandler(StageEnvironment environment) {
        super(StageName.INGEST, IngestRequest.class, IngestResult.class, environment);
        this.stage = new IngestStage(environment);
    }

    @Override
    protected IngestResult run(IngestRequest request) {
        return stage.run(request, folder(request.run()));
    }

    @Override
    protected Object identity(IngestRequest request) {
        return stage.identity(request);
    }
}
