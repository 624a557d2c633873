package dev.signalbox.agent.view;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.finding.Finding;
import java.util.Comparator;
import java.util.List;

/// Findings as facts, most severe first. Messages stay behind: they quote the data, and the numbers say the
/// same.
///
/// A repair keeps its column's full name, since it selects by it; it is a typed member and never text to be
/// read. One that is larger than 2 KiB (thousands of labels) is not offered.
final class FindingFacts {
    private static final int BYTES = 10_000;
    private static final int LARGEST_REPAIR_BYTES = 2_048;
    private static final int REPAIRS_BYTES = 1_024;
    private static final int MOST_NUMBERS = 12;
    private static final int MOST_REPAIRS = 4;

    private FindingFacts() {}

    static List<FindingFact> of(List<Finding> findings) {
        Comparator<Finding> mostSevereFirst =
                Comparator.comparing(Finding::severity).reversed();
        List<FindingFact> facts = findings.stream()
                .sorted(mostSevereFirst)
                .limit(BYTES / 40)
                .map(FindingFacts::fact)
                .toList();
        return Bounded.front(BYTES, facts);
    }

    private static FindingFact fact(Finding finding) {
        List<Repair> repairs = bounded(finding.repairs());
        String column = finding.column();
        return new FindingFact(
                finding.code(),
                finding.severity(),
                column == null ? null : new Untrusted(column),
                Rounding.rounded(finding.evidence(), MOST_NUMBERS),
                repairs);
    }

    /// The best repair, and further ones while all of them are short: bulky repairs of one finding must not
    /// push other findings out of the view.
    private static List<Repair> bounded(List<Repair> all) {
        List<Repair> small = all.stream()
                .filter(repair -> Bounded.sizeBytes(repair) <= LARGEST_REPAIR_BYTES)
                .limit(MOST_REPAIRS)
                .toList();
        List<Repair> together = Bounded.front(REPAIRS_BYTES, small);
        return together.isEmpty() ? small.subList(0, Math.min(1, small.size())) : together;
    }
}
