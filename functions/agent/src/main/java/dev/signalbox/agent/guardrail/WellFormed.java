package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an action names must exist, and what it makes must be new. The records already bound each parameter;
/// this rule compares them with the view: candidates to promote or blend are in it, repairs are among those
/// that a finding offers, new candidates have new ids, and the stage to run again is the one that failed.
///
/// Limitations: whether the evidence is true is another rule's business; here its numbers only have to be
/// numbers.
public final class WellFormed implements Guardrail {
    private static final Rulings RULINGS = new Rulings("well_formed", "malformed");
    private static final int LONGEST_OPTION = 80;

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        List<String> objections = new ArrayList<>(
                switch (proposal.action()) {
                    case Action.TrainMore more -> newCandidates(more.candidates(), view);
                    case Action.RepairData repair -> offered(repair.repairs(), view);
                    case Action.Blend blend -> knownOnce(blend.candidateIds(), view);
                    case Action.Promote promote -> knownOnce(List.of(promote.candidateId()), view);
                    case Action.AskHuman ask -> distinctOptions(ask.options());
                    case Action.RetryStage retry -> failedStage(retry.stage().id(), view.failure());
                    case Action.Reject _, Action.Quarantine _, Action.Finish _ -> List.of();
                });
        for (Evidence evidence : proposal.evidence()) {
            if (!Double.isFinite(evidence.value())) {
                objections.add("The evidence " + evidence.fact() + " is not a number.");
            }
        }
        return RULINGS.of(objections, "Everything that it names exists.");
    }

    /// An action that waited for a person was named at the junction before.
    private static List<String> newCandidates(List<CandidateSpec> specs, RunView view) {
        String prefix = DecisionIds.prefix(view);
        boolean agreed = new Action.TrainMore(specs).equals(view.controls().held());
        Set<String> ids = new HashSet<>();
        List<String> objections = new ArrayList<>();
        for (CandidateSpec spec : specs) {
            if (!agreed && !spec.candidateId().startsWith(prefix)) {
                objections.add("The new candidate " + spec.candidateId() + " must begin with '" + prefix + "'.");
            }
            if (!ids.add(spec.candidateId())) {
                objections.add("The new candidate " + spec.candidateId() + " is named twice.");
            }
        }
        return objections;
    }

    private static List<String> offered(List<Repair> repairs, RunView view) {
        Set<Repair> seen = new HashSet<>();
        List<String> objections = new ArrayList<>();
        for (Repair repair : repairs) {
            if (view.findings().stream().noneMatch(finding -> finding.repairs().contains(repair))) {
                objections.add("No finding offers repair " + (seen.size() + 1) + " of the list.");
            }
            if (!seen.add(repair)) {
                objections.add("A repair is named twice.");
            }
        }
        return objections;
    }

    private static List<String> knownOnce(List<String> ids, RunView view) {
        List<String> known =
                view.candidates().stream().map(CandidateFact::candidateId).toList();
        Set<String> seen = new HashSet<>();
        List<String> objections = new ArrayList<>();
        for (String id : ids) {
            if (!known.contains(id)) {
                objections.add(
                        "There is no candidate '" + id + "' in the view; there are " + String.join(", ", known) + ".");
            }
            if (!seen.add(id)) {
                objections.add("The candidate '" + id + "' is named twice.");
            }
        }
        return objections;
    }

    private static List<String> distinctOptions(List<String> options) {
        boolean fine = options.stream().allMatch(option -> !option.isBlank() && option.length() <= LONGEST_OPTION)
                && new HashSet<>(options).size() == options.size();
        return fine
                ? List.of()
                : List.of("The options must differ, and have 1 to " + LONGEST_OPTION + " characters each.");
    }

    private static List<String> failedStage(String stage, @Nullable FailureFact failure) {
        return failure != null
                        && FailedStage.of(failure)
                                .filter(name -> name.id().equals(stage))
                                .isPresent()
                ? List.of()
                : List.of("The stage " + stage + " is not the one that failed.");
    }
}
