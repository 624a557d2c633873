package dev.signalbox.model.blend;

import dev.signalbox.contract.stage.BlendRequest;
import dev.signalbox.contract.stage.BlendResult;
import dev.signalbox.model.learn.ThreadLimit;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda function of the stage `Blend`.
public final class BlendHandler extends StageHandler<BlendRequest, BlendResult> {
    /// With what the environment variables name.
    public BlendHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// With what is given.
    public BlendHandler(StageEnvironment environment) {
        super(StageName.BLEND, BlendRequest.class, BlendResult.class, environment);
    }

    @Override
    protected BlendResult run(BlendRequest request) {
        BlendStage stage = new BlendStage(environment());
        return ThreadLimit.within(
                request.changes(),
                () -> stage.run(request, manifest(request.run()).config(), folder(request.run())));
    }

    @Override
    protected Object identity(BlendRequest request) {
        return BlendIdentity.of(request, manifest(request.run()).config());
    }

    @Override
    protected String detail(BlendRequest request) {
        return request.candidateId();
    }
}
