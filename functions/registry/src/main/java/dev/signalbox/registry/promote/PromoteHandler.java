package dev.signalbox.registry.promote;

import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.PromoteRequest;
import dev.signalbox.contract.stage.PromoteResult;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;
import java.util.List;

/// The Lambda edge of [PromoteStage].
public final class PromoteHandler extends StageHandler<PromoteRequest, PromoteResult> {
    private final PromoteStage stage;

    /// Over what the environment variables name.
    public PromoteHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public PromoteHandler(StageEnvironment environment) {
        super(StageName.PROMOTE, PromoteRequest.class, PromoteResult.class, environment);
        this.stage = new PromoteStage(environment);
    }

    @Override
    protected PromoteResult run(PromoteRequest request) {
        return stage.run(request, manifest(request.run()).config());
    }

    /// What the new champion showed on the holdout, by the metric that the gate went by.
    @Override
    protected List<Measure> measures(PromoteRequest request, PromoteResult result) {
        if (result.outcome() != Outcome.PROMOTED) {
            return List.of();
        }
        GateReport gate = new Documents(environment().artifacts()).read(request.gate(), GateReport.class);
        MetricValue value = gate.challenger().get(gate.metric());
        return value == null
                ? List.of()
                : List.of(new Measure(
                        "ChampionMetric", value.value(), "metric", gate.metric().id()));
    }
}
