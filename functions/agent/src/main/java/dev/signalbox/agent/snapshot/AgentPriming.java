package dev.signalbox.agent.snapshot;

import dev.signalbox.agent.decide.Junction;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.planner.RulesPlanner;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.DataFacts;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.TriageRequest;
import dev.signalbox.runtime.snapshot.PrimedJson;
import dev.signalbox.runtime.snapshot.Priming;
import java.util.List;

/// Settles one junction about data that nobody can use.
public final class AgentPriming implements Priming {
    @Override
    public void prime() {
        PrimedJson.readersAndWriters(
                RunManifest.class,
                DecideRequest.class,
                DecideResult.class,
                TriageRequest.class,
                Decision.class,
                DatasetProfile.class,
                Evaluation.class,
                Finding.class);
        RunView view = new RunView(
                1,
                Situation.DATA,
                "priming",
                new BudgetLeft(1, 1, 1, 0),
                new DataFacts(1, 1, 0, 0, 0, 0, 0, 0, 0, null, null, DataVerdict.UNUSABLE),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                List.of());
        PrimedJson.throughBytes(view);
        new Junction(new RulesPlanner(), GuardrailChain.standard()).settle(view);
    }
}
