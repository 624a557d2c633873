package dev.signalbox.data.validate;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What findings mean together.
final class Ranking {
    /// Most findings of one file.
    static final int MOST_LISTED = 200;

    private Ranking() {}

    /// Errors before warnings before the rest; within, as they came.
    static List<Finding> mostSevereFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    /// Usable without errors; repairable when each error has a repair; else unusable.
    static DataVerdict verdict(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            return DataVerdict.USABLE;
        }
        boolean curable = errors.stream().noneMatch(error -> error.repairs().isEmpty());
        return curable ? DataVerdict.REPAIRABLE : DataVerdict.UNUSABLE;
    }

    /// How many findings have a severity.
    static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /// At most 200 findings: where there are more, the last ones are summed up by code, without repairs, and
    /// never as an error, since what must be cured stands first.
    static List<Finding> listed(List<Finding> ranked) {
        if (ranked.size() <= MOST_LISTED) {
            return ranked;
        }
        int kept = MOST_LISTED - FindingCode.values().length;
        List<Finding> listed = new ArrayList<>(ranked.subList(0, kept));
        Map<FindingCode, Integer> rest = new EnumMap<>(FindingCode.class);
        ranked.subList(kept, ranked.size()).forEach(finding -> rest.merge(finding.code(), 1, Integer::sum));
        rest.forEach((code, count) -> listed.add(FindingDraft.info(code)
                .evidence("findings", count)
                .says("And " + Quoted.count(count, "more finding", "more findings") + " of the kind " + code.id()
                        + ", which are not listed.")));
        return listed;
    }
}
