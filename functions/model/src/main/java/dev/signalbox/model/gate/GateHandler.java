package dev.signalbox.model.gate;

import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda function of the stage `Gate`. Never cached: each opening of a holdout stands in the ledger.
public final class GateHandler extends StageHandler<GateRequest, GateResult> {
    /// With what the environment variables name.
    public GateHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// With what is given.
    public GateHandler(StageEnvironment environment) {
        super(StageName.GATE, GateRequest.class, GateResult.class, environment);
    }

    @Override
    protected GateResult run(GateRequest request) {
        return new GateStage(environment()).run(request, manifest(request.run()).config(), folder(request.run()));
    }

    @Override
    protected String detail(GateRequest request) {
        return request.challenger().candidateId();
    }
}
