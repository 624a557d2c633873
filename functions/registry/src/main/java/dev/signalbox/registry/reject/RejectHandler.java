package dev.signalbox.registry.reject;

import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.RejectRequest;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda edge of [RejectStage].
public final class RejectHandler extends StageHandler<RejectRequest, EndResult> {
    private final RejectStage stage;

    /// Over what the environment variables name.
    public RejectHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public RejectHandler(StageEnvironment environment) {
        super(StageName.REJECT, RejectRequest.class, EndResult.class, environment);
        this.stage = new RejectStage(environment);
    }

    @Override
    protected EndResult run(RejectRequest request) {
        return stage.run(request, folder(request.run()));
    }
}
