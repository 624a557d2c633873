package dev.signalbox.agent.decide;

import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda edge of [DecideStage].
public final class DecideHandler extends StageHandler<DecideRequest, DecideResult> {
    private final DecideStage decide;

    /// Over what the environment variables name.
    public DecideHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public DecideHandler(StageEnvironment environment) {
        super(StageName.DECIDE, DecideRequest.class, DecideResult.class, environment);
        this.decide = new DecideStage(environment);
    }

    @Override
    protected DecideResult run(DecideRequest request) {
        return decide.run(request, manifest(request.run()).config(), folder(request.run()));
    }

    @Override
    protected double chargedUsd(DecideResult result) {
        return result.costUsd();
    }

    @Override
    protected String detail(DecideRequest request) {
        return "d" + request.decisionNumber();
    }
}
