package dev.signalbox.agent.triage;

import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.contract.stage.TriageRequest;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;
import java.util.List;

/// The Lambda edge of [TriageStage].
public final class TriageHandler extends StageHandler<TriageRequest, DecideResult> {
    private final TriageStage triage;

    /// Over what the environment variables name.
    public TriageHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public TriageHandler(StageEnvironment environment) {
        super(StageName.TRIAGE, TriageRequest.class, DecideResult.class, environment);
        this.triage = new TriageStage(environment);
    }

    @Override
    protected DecideResult run(TriageRequest request) {
        var run = request.run();
        String folder = run == null ? "runs/" + request.executionName() + "/triage" : folder(run);
        return triage.run(request, BudgetConfig.defaults(), folder);
    }

    @Override
    protected List<Measure> measures(TriageRequest request, DecideResult result) {
        return List.of(Measure.count("Decisions", "action", result.action().type()));
    }

    @Override
    protected String detail(TriageRequest request) {
        return request.failure().state();
    }
}
