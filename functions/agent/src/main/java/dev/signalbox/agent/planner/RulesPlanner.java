package dev.signalbox.agent.planner;

import dev.signalbox.agent.guardrail.SafeDefault;
import dev.signalbox.agent.planner.rules.Consideration;
import dev.signalbox.agent.planner.rules.Rule;
import dev.signalbox.agent.planner.rules.Rulebook;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Asks the rules of the situation in their order; the first that fires with an action that was not denied
/// proposes. Deterministic and offline.
public final class RulesPlanner implements Planner {
    private static final int MOST_ALTERNATIVES = 6;
    private final String name;
    private final Function<Situation, List<Rule>> rules;

    /// With the whole rulebook.
    public RulesPlanner() {
        this("rules", Rulebook::of);
    }

    /// @param name as it stands in proposals
    /// @param rules of a situation, in their order
    public RulesPlanner(String name, Function<Situation, List<Rule>> rules) {
        this.name = name;
        this.rules = rules;
    }

    @Override
    public Proposal propose(RunView view, List<Attempt> denied) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Rule rule : rules.apply(view.situation())) {
            switch (rule.consider(view)) {
                case Consideration.Fires fires -> {
                    String objection = objection(fires.action(), denied);
                    if (objection.isEmpty()) {
                        alternatives.addAll(fires.alternatives());
                        return proposal(fires, alternatives, rule.name());
                    }
                    alternatives.add(new Alternative(fires.action(), "A guardrail denied it: " + objection));
                }
                case Consideration.Rests rests -> alternatives.addAll(rests.alternatives());
            }
        }
        Consideration.Fires nothing = Consideration.fires(
                SafeDefault.of(view.situation()), "Every rule's proposal was denied; this changes nothing.");
        return proposal(nothing, alternatives, "nothing_left");
    }

    private Proposal proposal(Consideration.Fires fires, List<Alternative> alternatives, String rule) {
        return new Proposal(
                fires.action(),
                fires.rationale(),
                fires.evidence(),
                alternatives.subList(0, Math.min(MOST_ALTERNATIVES, alternatives.size())),
                name,
                rule);
    }

    private static String objection(Action action, List<Attempt> denied) {
        return denied.stream()
                .filter(attempt -> attempt.proposal().action().equals(action))
                .flatMap(attempt -> attempt.rulings().stream())
                .filter(ruling -> ruling.outcome() != RulingOutcome.ALLOW)
                .map(Ruling::reason)
                .findFirst()
                .orElse("");
    }
}
