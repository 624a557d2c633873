package dev.signalbox.data.intake;

import dev.signalbox.contract.stage.IntakeRequest;
import dev.signalbox.contract.stage.IntakeResult;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda edge of `Intake`; never cached, since what it answers depends on what came before.
public final class IntakeHandler extends StageHandler<IntakeRequest, IntakeResult> {
    private final IntakeStage stage;

    /// Over the adapters that the environment variables name.
    public IntakeHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public IntakeHandler(StageEnvironment environment) {
        super(StageName.INTAKE, IntakeRequest.class, IntakeResult.class, environment);
        this.stage = new IntakeStage(environment);
    }

    @Override
    protected IntakeResult run(IntakeRequest request) {
        return stage.run(request);
    }
}
