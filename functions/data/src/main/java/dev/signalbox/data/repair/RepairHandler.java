package dev.signalbox.data.repair;

import dev.signalbox.contract.stage.RepairRequest;
import dev.signalbox.contract.stage.RepairResult;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;

/// The Lambda edge of `Repair`.
public final class RepairHandler extends StageHandler<RepairRequest, RepairResult> {
    private final RepairStage stage;

    /// Over the adapters that the environment variables name.
    public RepairHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public RepairHandler(StageEnvironment environment) {
        super(StageName.REPAIR, RepairRequest.class, RepairResult.class, environment);
        this.stage = new RepairStage(environment);
    }

    @Override
    protected RepairResult run(RepairRequest request) {
        return stage.run(request, folder(request.run()));
    }

    @Override
    protected Object identity(RepairRequest request) {
        return stage.identity(request);
    }
}
