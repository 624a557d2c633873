package dev.signalbox.model.train;

import dev.signalbox.contract.stage.TrainRequest;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.contract.stage.TrainStatus;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda function of the stage `Train`.
public final class TrainHandler extends StageHandler<TrainRequest, TrainResult> {
    /// With what the environment variables name.
    public TrainHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// With what is given.
    public TrainHandler(StageEnvironment environment) {
        super(StageName.TRAIN, TrainRequest.class, TrainResult.class, environment);
    }

    @Override
    protected TrainResult run(TrainRequest request) {
        return new TrainStage(environment())
                .run(request, manifest(request.run()).config(), folder(request.run()));
    }

    @Override
    protected Object identity(TrainRequest request) {
        return TrainIdentity.of(request, manifest(request.run()).config());
    }

    @Override
    protected String detail(TrainRequest request) {
        return request.candidate().candidateId();
    }

    /// A failure, or a model that was cut short, may come from the machine's load; the next try starts afresh.
    @Override
    protected boolean keeps(TrainResult result) {
        return result.status() == TrainStatus.TRAINED && !result.cutShort();
    }
}
