package dev.signalbox.registry.alert;

import dev.signalbox.contract.stage.AlertRequest;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.ending.RunEnding;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;
import java.util.List;

/// The Lambda edge of [AlertStage].
public final class AlertHandler extends StageHandler<AlertRequest, EndResult> {
    private final AlertStage stage;

    /// Over what the environment variables name.
    public AlertHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public AlertHandler(StageEnvironment environment) {
        super(StageName.ALERT, AlertRequest.class, EndResult.class, environment);
        this.stage = new AlertStage(environment);
    }

    @Override
    protected EndResult run(AlertRequest request) {
        return stage.run(request);
    }

    @Override
    protected List<Measure> measures(AlertRequest request, EndResult result) {
        RunRef run = request.run();
        return run == null ? List.of() : new RunEnding(environment()).measures(run, result.outcome());
    }
}
