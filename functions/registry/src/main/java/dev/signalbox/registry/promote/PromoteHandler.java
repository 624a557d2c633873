package dev.signalbox.registry.promote;

import dev.signalbox.contract.stage.PromoteRequest;
import dev.signalbox.contract.stage.PromoteResult;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda edge of [PromoteStage].
public final class PromoteHandler extends StageHandler<PromoteRequest, PromoteResult> {
    private final PromoteStage stage;

    /// Over what the environment variables name.
    public PromoteHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public PromoteHandler(StageEnvironment environment) {
        super(StageName.PROMOTE, PromoteRequest.class, PromoteResult.class, environment);
        this.stage = new PromoteStage(environment);
    }

    @Override
    protected PromoteResult run(PromoteRequest request) {
        return stage.run(request, manifest(request.run()).config());
    }
}
