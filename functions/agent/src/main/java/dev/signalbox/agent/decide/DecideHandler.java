package dev.signalbox.agent.decide;

import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;
import java.util.ArrayList;
import java.util.List;

/// The Lambda edge of [DecideStage].
public final class DecideHandler extends StageHandler<DecideRequest, DecideResult> {
    private final DecideStage decide;

    /// Over what the environment variables name.
    public DecideHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public DecideHandler(StageEnvironment environment) {
        super(StageName.DECIDE, DecideRequest.class, DecideResult.class, environment);
        this.decide = new DecideStage(environment);
    }

    @Override
    protected DecideResult run(DecideRequest request) {
        return decide.run(request, manifest(request.run()).config(), folder(request.run()));
    }

    /// What is done, and each guardrail that denied a proposal on the way.
    @Override
    protected List<Measure> measures(DecideRequest request, DecideResult result) {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.count("Decisions", "action", result.action().type()));
        new Documents(environment().artifacts())
                .read(result.decision(), Decision.class).attempts().stream()
                        .flatMap(attempt -> attempt.rulings().stream())
                        .filter(ruling -> ruling.outcome() == RulingOutcome.DENY)
                        .forEach(ruling -> measures.add(Measure.count("Denials", "guardrail", ruling.guardrail())));
        return measures;
    }

    @Override
    protected double chargedUsd(DecideResult result) {
        return result.costUsd();
    }

    @Override
    protected String detail(DecideRequest request) {
        return "d" + request.decisionNumber();
    }
}
