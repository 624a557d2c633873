package dev.signalbox.model.prepare;

import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda function of the stage `Prepare`.
public final class PrepareHandler extends StageHandler<PrepareRequest, PrepareResult> {
    /// With what the environment variables name.
    public PrepareHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// With what is given.
    public PrepareHandler(StageEnvironment environment) {
        super(StageName.PREPARE, PrepareRequest.class, PrepareResult.class, environment);
    }

    @Override
    protected PrepareResult run(PrepareRequest request) {
        return new PrepareStage(environment())
                .run(request, manifest(request.run()).config(), folder(request.run()));
    }

    @Override
    protected Object identity(PrepareRequest request) {
        return PrepareIdentity.of(request, manifest(request.run()).config());
    }
}
