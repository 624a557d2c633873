package dev.signalbox.registry.account;

import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.ChampionFact;
import dev.signalbox.contract.decision.DataFacts;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.registry.words.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A view in a few sentences.
final class Seen {
    private static final int SHOWN = 3;

    private Seen() {}

    static List<String> of(RunView view) {
        List<String> said = new ArrayList<>();
        FailureFact failure = view.failure();
        if (failure != null) {
            said.add(failure.state() + " failed: "
                    + StageFailure.messageOf(failure.message()).strip());
        }
        if (view.data().rows() > 0) {
            said.add(data(view.data()));
        }
        view.findings().stream().limit(SHOWN).map(Seen::finding).forEach(said::add);
        more(said, view.findings().size(), "finding");
        MetricName metric = view.data().metric();
        if (metric != null) {
            view.candidates().stream()
                    .limit(SHOWN)
                    .map(each -> candidate(each, metric))
                    .forEach(said::add);
            more(said, view.candidates().size(), "candidate");
        }
        if (!view.candidates().isEmpty()) {
            said.add(champion(view.champion()));
        }
        view.answers()
                .forEach(answer -> said.add(answer.by() + " answered " + answer.subject() + ": "
                        + (answer.option() == null ? answer.approved() ? "yes" : "no" : answer.option())));
        return said;
    }

    private static void more(List<String> said, int all, String one) {
        if (all > SHOWN) {
            said.add("and " + Text.count(all - SHOWN, "more " + one));
        }
    }

    private static String data(DataFacts data) {
        String rows = Text.count(data.rows(), "row") + " in " + Text.count(data.columns(), "column");
        String rejected = data.rejectedRows() == 0 ? "" : ", " + Text.count(data.rejectedRows()) + " set aside";
        String split = data.trainRows() == 0
                ? ""
                : "; " + Text.count(data.trainRows()) + " to learn, " + Text.count(data.validRows()) + " to compare"
                        + (data.folds() == 0 ? "" : " in " + data.folds() + " folds") + ", "
                        + Text.count(data.holdoutRows()) + " held out";
        return rows + rejected + split + "; " + data.verdict().id();
    }

    static String finding(FindingFact finding) {
        return finding.severity().name().toLowerCase(java.util.Locale.ROOT) + ": "
                + finding.code().id().replace('_', ' ')
                + (finding.column() == null ? "" : " in ‘" + finding.column().text() + "’");
    }

    private static String candidate(CandidateFact candidate, MetricName metric) {
        return candidate.candidateId() + ": " + Text.name(metric) + " "
                + Text.score(candidate.score().value()) + " (" + Text.interval(candidate.score()) + ")";
    }

    private static String champion(@Nullable ChampionFact champion) {
        if (champion == null) {
            return "no champion yet";
        }
        return "champion version " + champion.version()
                + (champion.validScore() == null
                        ? ", not comparable on these rows"
                        : ": " + Text.name(champion.metric()) + " "
                                + Text.score(champion.validScore().value()) + " ("
                                + Text.interval(champion.validScore()) + ") on the same rows");
    }
}
