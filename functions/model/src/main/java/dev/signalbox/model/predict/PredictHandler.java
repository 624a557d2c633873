package dev.signalbox.model.predict;

import dev.signalbox.contract.stage.PredictRequest;
import dev.signalbox.contract.stage.PredictResult;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda function of the stage `Predict`. Its answer is never taken from the cache: the champion moves.
public final class PredictHandler extends StageHandler<PredictRequest, PredictResult> {
    /// With what the environment variables name.
    public PredictHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// With what is given.
    public PredictHandler(StageEnvironment environment) {
        super(StageName.PREDICT, PredictRequest.class, PredictResult.class, environment);
    }

    @Override
    protected PredictResult run(PredictRequest request) {
        return new PredictStage(environment(), ModelFile::open).run(request);
    }
}
