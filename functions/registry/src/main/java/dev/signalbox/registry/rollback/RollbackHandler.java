package dev.signalbox.registry.rollback;

import dev.signalbox.contract.stage.RollbackRequest;
import dev.signalbox.contract.stage.RollbackResult;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda edge of [RollbackStage].
public final class RollbackHandler extends StageHandler<RollbackRequest, RollbackResult> {
    private final RollbackStage stage;

    /// Over what the environment variables name.
    public RollbackHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public RollbackHandler(StageEnvironment environment) {
        super(StageName.ROLLBACK, RollbackRequest.class, RollbackResult.class, environment);
        this.stage = new RollbackStage(environment);
    }

    @Override
    protected RollbackResult run(RollbackRequest request) {
        return stage.run(request);
    }
}
