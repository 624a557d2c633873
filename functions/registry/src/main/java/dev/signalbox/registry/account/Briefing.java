package dev.signalbox.registry.account;

import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.ChampionFact;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.registry.words.Text;
import dev.signalbox.runtime.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person should know before they answer: one wording for messages and for the command line.
///
/// @param asked the question in plain words
/// @param changes what a yes changes
/// @param cost of the run so far; waiting costs nothing
/// @param evidence what speaks for it
/// @param risks what speaks against it; none known where empty
/// @param againstChampion how it differs from the model in production; null for a question
public record Briefing(
        String asked,
        String changes,
        String cost,
        List<String> evidence,
        List<String> risks,
        @Nullable String againstChampion) {
    private static final String PROMOTION = "promotion";
    private static final int SHOWN = 4;

    public Briefing {
        evidence = List.copyOf(evidence);
        risks = List.copyOf(risks);
    }

    /// From the run's record.
    ///
    /// @param documents where decisions and views are read from
    /// @param entries of the run, oldest first
    /// @param subject `promotion`, or a question's decision id
    public static Briefing of(
            Documents documents, List<LedgerEntry> entries, String pipeline, String subject, String question) {
        RunView view = events(entries, LedgerEvent.DecisionMade.class)
                .reduce((_, later) -> later)
                .map(made -> documents.read(made.decision(), Decision.class))
                .map(decision -> documents.read(decision.view(), RunView.class))
                .orElse(null);
        CandidateFact challenger = subject.equals(PROMOTION) ? challenger(view, entries) : null;
        return new Briefing(
                question,
                changes(pipeline, subject, view),
                cost(entries),
                view == null || challenger == null ? shown(view) : List.of(score(view, challenger)),
                view == null ? List.of() : risks(view, challenger),
                view == null || challenger == null ? null : difference(view, challenger));
    }

    /// The lines of a message, each with its label.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("What: " + asked);
        lines.add("It changes: " + changes);
        lines.add("Cost: " + cost);
        if (!evidence.isEmpty()) {
            lines.add("Evidence: " + String.join("; ", evidence));
        }
        lines.add("Risks: " + (risks.isEmpty() ? "none known" : String.join("; ", risks)));
        if (againstChampion != null) {
            lines.add("Against the champion: " + againstChampion);
        }
        return lines;
    }

    private static List<String> shown(@Nullable RunView view) {
        return view == null ? List.of() : Seen.of(view);
    }

    private static @Nullable CandidateFact challenger(@Nullable RunView view, List<LedgerEntry> entries) {
        String opened = events(entries, LedgerEvent.HoldoutOpened.class)
                .reduce((_, later) -> later)
                .map(LedgerEvent.HoldoutOpened::candidateId)
                .orElse("");
        return view == null
                ? null
                : view.candidates().stream()
                        .filter(candidate -> candidate.candidateId().equals(opened))
                        .findFirst()
                        .orElse(null);
    }

    private static String changes(String pipeline, String subject, @Nullable RunView view) {
        if (!subject.equals(PROMOTION)) {
            return "nothing in production; the run goes on with the answer as a fact.";
        }
        ChampionFact champion = view == null ? null : view.champion();
        return "predictions of pipeline " + pipeline + " come from this model"
                + (champion == null
                        ? "; there is no champion yet."
                        : ", no longer from version " + champion.version() + ", which a rollback brings back.");
    }

    private static String cost(List<LedgerEntry> entries) {
        double usd = events(entries, LedgerEvent.StageFinished.class)
                .mapToDouble(LedgerEvent.StageFinished::costUsd)
                .sum();
        return (usd > 0 ? "$" + Text.number(usd) : "nothing") + " for the run so far; nothing while it waits.";
    }

    private static String score(RunView view, CandidateFact challenger) {
        MetricName metric = view.data().metric();
        return challenger.candidateId() + " (" + Text.name(challenger.algorithm()) + ") has "
                + (metric == null ? "a score of" : Text.name(metric)) + " "
                + Text.score(challenger.score().value()) + " (" + Text.interval(challenger.score()) + ") on "
                + Text.count(view.data().validRows(), "validation row");
    }

    private static List<String> risks(RunView view, @Nullable CandidateFact challenger) {
        List<String> risks = new ArrayList<>();
        view.findings().stream().limit(SHOWN).map(Seen::finding).forEach(risks::add);
        ChampionFact champion = view.champion();
        if (challenger != null && champion != null && champion.validScore() != null) {
            if (overlap(challenger.score(), champion.validScore())) {
                risks.add("the intervals of challenger and champion overlap on validation rows");
            }
        }
        if (challenger != null && wide(challenger.score())) {
            risks.add("the interval is wide: " + Text.interval(challenger.score()));
        }
        return risks;
    }

    private static boolean overlap(MetricValue one, MetricValue other) {
        return one.low() <= other.high() && other.low() <= one.high();
    }

    /// Wider than half of the value.
    private static boolean wide(MetricValue score) {
        return score.high() - score.low() > Math.abs(score.value()) / 2;
    }

    private static String difference(RunView view, CandidateFact challenger) {
        ChampionFact champion = view.champion();
        if (champion == null) {
            return "there is none; this would be the first.";
        }
        String learned = champion.algorithm() == challenger.algorithm()
                ? "the same kind of model (" + Text.name(challenger.algorithm()) + ")"
                : Text.name(challenger.algorithm()) + " in place of " + Text.name(champion.algorithm());
        MetricValue before = champion.validScore();
        return learned
                + (before == null
                        ? "; on validation rows they cannot be compared."
                        : "; " + Text.name(champion.metric()) + " "
                                + Text.score(challenger.score().value()) + " against " + Text.score(before.value())
                                + " on the same validation rows.");
    }

    private static <T extends LedgerEvent> Stream<T> events(List<LedgerEntry> entries, Class<T> type) {
        return entries.stream().map(LedgerEntry::event).filter(type::isInstance).map(type::cast);
    }
}
