package dev.signalbox.registry.account;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.registry.account.DecisionAccount.Cost;
import dev.signalbox.registry.account.DecisionAccount.Gain;
import dev.signalbox.registry.words.ActionText;
import dev.signalbox.registry.words.Text;
import dev.signalbox.runtime.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells a run's decisions out of its record.
public final class Accounts {
    private static final Set<String> JUNCTIONS = Set.of("decide", "triage");
    private static final Set<String> LEARNING = Set.of("train", "blend");
    private final List<Decision> decisions;
    private final List<RunView> views;
    private final List<LedgerEntry> entries;
    private final @Nullable GateReport gate;

    private Accounts(
            List<Decision> decisions, List<RunView> views, List<LedgerEntry> entries, @Nullable GateReport gate) {
        this.decisions = decisions;
        this.views = views;
        this.entries = entries;
        this.gate = gate;
    }

    /// One account a decision, in order.
    ///
    /// @param documents where views are read from
    /// @param entries of the run, oldest first
    /// @param gate null where the holdout stayed closed
    public static List<DecisionAccount> of(
            Documents documents, List<Decision> decisions, List<LedgerEntry> entries, @Nullable GateReport gate) {
        List<RunView> views = decisions.stream()
                .map(decision -> documents.read(decision.view(), RunView.class))
                .toList();
        Accounts accounts = new Accounts(decisions, views, entries, gate);
        List<DecisionAccount> told = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            told.add(accounts.account(i));
        }
        return told;
    }

    private DecisionAccount account(int index) {
        Decision decision = decisions.get(index);
        List<LedgerEntry> after = after(decision.decisionId());
        Gain gain = gain(index);
        return new DecisionAccount(
                decision.decisionId(),
                after.isEmpty() ? Instant.EPOCH : after.getFirst().at(),
                Seen.of(views.get(index)),
                ActionText.of(decision.action()),
                decision.attempts().isEmpty()
                        ? ""
                        : decision.attempts().getLast().proposal().rationale(),
                denied(decision),
                considered(decision),
                cost(after),
                cameOfIt(index, after, gain),
                gain);
    }

    /// From the decision's own entry to that of the next one.
    private List<LedgerEntry> after(String decisionId) {
        List<LedgerEntry> own = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof LedgerEvent.DecisionMade made) {
                if (made.decisionId().equals(decisionId)) {
                    own.add(entry);
                } else if (!own.isEmpty()) {
                    break;
                }
            } else if (!own.isEmpty()) {
                own.add(entry);
            }
        }
        return own;
    }

    private static List<String> denied(Decision decision) {
        return decision.attempts().stream()
                .filter(attempt -> attempt.outcome() != RulingOutcome.ALLOW)
                .map(Accounts::denied)
                .toList();
    }

    private static String denied(Attempt attempt) {
        return ActionText.of(attempt.proposal().action()) + ": "
                + attempt.rulings().stream()
                        .filter(ruling -> ruling.outcome() != RulingOutcome.ALLOW)
                        .map(ruling -> ruling.reason())
                        .collect(Collectors.joining(" "));
    }

    private static List<String> considered(Decision decision) {
        return decision.attempts().isEmpty()
                ? List.of()
                : decision.attempts().getLast().proposal().alternatives().stream()
                        .map(other -> ActionText.of(other.action()) + ": " + other.reason())
                        .toList();
    }

    private static Cost cost(List<LedgerEntry> after) {
        List<LedgerEvent.StageFinished> stages = after.stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.StageFinished.class::isInstance)
                .map(LedgerEvent.StageFinished.class::cast)
                .filter(stage -> !JUNCTIONS.contains(stage.stage()))
                .toList();
        return new Cost(
                stages.stream().map(LedgerEvent.StageFinished::stage).distinct().toList(),
                (int) stages.stream()
                        .filter(each -> LEARNING.contains(each.stage()))
                        .count(),
                stages.stream()
                        .mapToLong(LedgerEvent.StageFinished::durationMillis)
                        .sum(),
                stages.stream().mapToDouble(LedgerEvent.StageFinished::costUsd).sum());
    }

    private @Nullable Gain gain(int index) {
        Action action = decisions.get(index).action();
        RunView view = views.get(index);
        MetricName metric = view.data().metric();
        boolean learns = action instanceof Action.TrainMore || action instanceof Action.Blend;
        if (metric == null || view.candidates().isEmpty()) {
            return null;
        }
        if (learns && index + 1 < views.size()) {
            return best(views.get(index + 1))
                    .map(later -> gain(
                            metric,
                            view.candidates().getFirst().score().value(),
                            later.score().value()))
                    .orElse(null);
        }
        MetricValue held = gate == null ? null : gate.challenger().get(metric);
        if (action instanceof Action.Promote promote && held != null) {
            return view.candidates().stream()
                    .filter(candidate -> candidate.candidateId().equals(promote.candidateId()))
                    .findFirst()
                    .map(candidate -> gain(metric, candidate.score().value(), held.value()))
                    .orElse(null);
        }
        return null;
    }

    private static Optional<CandidateFact> best(RunView view) {
        return view.candidates().stream().findFirst();
    }

    private static Gain gain(MetricName metric, double expected, double realised) {
        return new Gain(metric, expected, realised, metric.gain(realised, expected));
    }

    private String cameOfIt(int index, List<LedgerEntry> after, @Nullable Gain gain) {
        List<String> said = new ArrayList<>();
        if (gain != null) {
            said.add(gained(decisions.get(index).action(), gain));
        }
        if (gate != null && after.stream().anyMatch(entry -> entry.event() instanceof LedgerEvent.HoldoutOpened)) {
            said.add("The gate " + (gate.passed() ? "passed it." : "did not let it pass: " + unmet(gate)));
        }
        after.stream().map(LedgerEntry::event).forEach(event -> happened(event).ifPresent(said::add));
        if (said.isEmpty() && index + 1 < views.size()) {
            RunView next = views.get(index + 1);
            said.add("The next junction was about " + next.situation().id() + ", with the data "
                    + next.data().verdict().id() + ".");
        }
        return said.isEmpty() ? "Nothing yet." : String.join(" ", said);
    }

    private static String gained(Action action, Gain gain) {
        String name = Text.name(gain.metric());
        if (action instanceof Action.Promote) {
            return name + " was " + Text.score(gain.expected()) + " on validation rows and "
                    + Text.score(gain.realised()) + " on the holdout.";
        }
        String figures = name + " of the best went from " + Text.score(gain.expected()) + " to "
                + Text.score(gain.realised()) + ": ";
        return figures + (gain.gain() > 0 ? "better by " + Text.number(gain.gain()) + "." : "nothing gained.");
    }

    private static String unmet(GateReport gate) {
        return gate.conditions().stream()
                .filter(condition -> !condition.passed())
                .map(condition -> condition.name() + ": " + condition.reason())
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> happened(LedgerEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case LedgerEvent.StageFailed failed -> failed.stage() + " failed: " + failed.message();
                    case LedgerEvent.ApprovalRequested _ -> "A person was asked.";
                    case LedgerEvent.ApprovalAnswered answered ->
                        answered.by() + (answered.approved() ? " said yes." : " said no.");
                    case LedgerEvent.ChampionMoved moved ->
                        moved.candidateId() + " became champion, version " + moved.toVersion() + ".";
                    case LedgerEvent.RunEnded ended ->
                        "The run ended: " + ended.outcome().id() + ".";
                    case LedgerEvent.AgentHalted _,
                            LedgerEvent.AgentReleased _,
                            LedgerEvent.RunStarted _,
                            LedgerEvent.StageFinished _,
                            LedgerEvent.DecisionMade _,
                            LedgerEvent.ModelsCompared _,
                            LedgerEvent.HoldoutOpened _ -> null;
                });
    }
}
