package dev.signalbox.model.evaluate;

import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.contract.stage.EvaluateResult;
import dev.signalbox.model.learn.ThreadLimit;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda function of the stage `Evaluate`.
public final class EvaluateHandler extends StageHandler<EvaluateRequest, EvaluateResult> {
    /// With what the environment variables name.
    public EvaluateHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// With what is given.
    public EvaluateHandler(StageEnvironment environment) {
        super(StageName.EVALUATE, EvaluateRequest.class, EvaluateResult.class, environment);
    }

    @Override
    protected EvaluateResult run(EvaluateRequest request) {
        EvaluateStage stage = new EvaluateStage(environment());
        return ThreadLimit.within(
                request.changes(),
                () -> stage.run(request, manifest(request.run()).config(), folder(request.run())));
    }

    @Override
    protected Object identity(EvaluateRequest request) {
        return EvaluateIdentity.of(
                request,
                manifest(request.run()).config(),
                environment().ledger().champion(request.run().pipeline()).orElse(null));
    }
}
