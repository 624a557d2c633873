package dev.signalbox.registry.report;

import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.registry.account.DecisionAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a report tells, read from where the run wrote it.
///
/// @param request as the machine sent it
/// @param manifest run.json
/// @param profile null where the data was never judged
/// @param findings most severe first
/// @param evaluation null where nothing was compared
/// @param gate null where the holdout stayed closed
/// @param decisions oldest first
/// @param entries of the ledger, oldest first
/// @param champion in production now; null where there is none
/// @param accounts one a decision
record Story(
        ReportRequest request,
        RunManifest manifest,
        @Nullable DatasetProfile profile,
        List<Finding> findings,
        @Nullable Evaluation evaluation,
        @Nullable GateReport gate,
        List<Decision> decisions,
        List<LedgerEntry> entries,
        @Nullable ModelVersion champion,
        List<DecisionAccount> accounts) {
    /// Without accounts of its decisions.
    Story(
            ReportRequest request,
            RunManifest manifest,
            @Nullable DatasetProfile profile,
            List<Finding> findings,
            @Nullable Evaluation evaluation,
            @Nullable GateReport gate,
            List<Decision> decisions,
            List<LedgerEntry> entries,
            @Nullable ModelVersion champion) {
        this(request, manifest, profile, findings, evaluation, gate, decisions, entries, champion, List.of());
    }

    /// The candidate that the report is about: the one at the gate, else the best by validation.
    @Nullable
    CandidateEvaluation chosen() {
        if (evaluation == null) {
            return null;
        }
        return evaluation.candidates().stream()
                .filter(candidate -> gate != null && candidate.candidateId().equals(gate.candidateId()))
                .findFirst()
                .orElse(evaluation.candidates().getFirst());
    }

    /// Plots on validation rows: the chosen candidate's, where Evaluate drew them for it.
    @Nullable
    EvaluationDetail validDetail() {
        CandidateEvaluation chosen = chosen();
        return chosen == null ? null : chosen.detail();
    }

    /// Plots on the holdout.
    @Nullable
    EvaluationDetail holdoutDetail() {
        return gate == null ? null : gate.detail();
    }
}
