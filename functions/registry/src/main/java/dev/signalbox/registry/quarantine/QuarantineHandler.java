package dev.signalbox.registry.quarantine;

import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.QuarantineRequest;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda edge of [QuarantineStage].
public final class QuarantineHandler extends StageHandler<QuarantineRequest, EndResult> {
    private final QuarantineStage stage;

    /// Over what the environment variables name.
    public QuarantineHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public QuarantineHandler(StageEnvironment environment) {
        super(StageName.QUARANTINE, QuarantineRequest.class, EndResult.class, environment);
        this.stage = new QuarantineStage(environment);
    }

    @Override
    protected EndResult run(QuarantineRequest request) {
        return stage.run(request, manifest(request.run()), folder(request.run()));
    }
}
