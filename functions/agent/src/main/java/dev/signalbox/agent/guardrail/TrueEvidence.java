package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Each number that a rationale rests on stands in the view: the fact exists, and its value is the one that
/// is
/// cited, rounded to three significant digits or more.
///
/// Limitations: it reads the citations, not the prose around them, and does not ask whether they matter.
public final class TrueEvidence implements Guardrail {
    private static final Rulings RULINGS = new Rulings("true_evidence", "evidence");
    private static final int LEAST_DIGITS = 3;
    private static final int MOST_DIGITS = 12;
    private static final double TINY = 1e-9;

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        List<String> objections = new ArrayList<>();
        for (Evidence evidence : proposal.evidence()) {
            OptionalDouble fact = ViewFacts.number(view, evidence.fact());
            if (fact.isEmpty()) {
                objections.add("There is no number at " + shortened(evidence.fact()) + " in the view.");
            } else if (!equal(evidence.value(), fact.getAsDouble())) {
                objections.add("The view has " + fact.getAsDouble() + " at " + shortened(evidence.fact()) + ", not "
                        + evidence.value() + ".");
            }
        }
        return RULINGS.of(objections, "What it cites stands in the view.");
    }

    /// Whether the citation is the fact, rounded to as many digits as the citation has.
    static boolean equal(double cited, double fact) {
        if (Double.compare(cited, fact) == 0 || Math.abs(cited - fact) <= TINY * Math.abs(fact)) {
            return true;
        }
        if (!Double.isFinite(cited) || fact == 0 || !Double.isFinite(fact)) {
            return false;
        }
        double size = Math.floor(Math.log10(Math.abs(fact)));
        for (int digits = LEAST_DIGITS; digits <= MOST_DIGITS; digits++) {
            double unit = Math.pow(10, size - digits + 1);
            if (Math.abs(cited - fact) <= unit / 2 * (1 + TINY)
                    && Math.abs(cited / unit - Math.rint(cited / unit)) <= 1e-6) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String fact) {
        return fact.length() <= 80 ? fact : fact.substring(0, 80) + "…";
    }
}
