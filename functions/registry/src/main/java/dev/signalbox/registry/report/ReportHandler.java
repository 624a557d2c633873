package dev.signalbox.registry.report;

import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.ReportResult;
import dev.signalbox.registry.ending.RunEnding;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;
import java.util.List;

/// The Lambda edge of [ReportStage].
public final class ReportHandler extends StageHandler<ReportRequest, ReportResult> {
    private final ReportStage stage;

    /// Over what the environment variables name.
    public ReportHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public ReportHandler(StageEnvironment environment) {
        super(StageName.REPORT, ReportRequest.class, ReportResult.class, environment);
        this.stage = new ReportStage(environment);
    }

    @Override
    protected ReportResult run(ReportRequest request) {
        return stage.run(request, folder(request.run()));
    }

    @Override
    protected List<Measure> measures(ReportRequest request, ReportResult result) {
        return new RunEnding(environment()).measures(request.run(), result.outcome());
    }
}
