package dev.signalbox.registry.report;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.registry.account.Accounts;
import dev.signalbox.registry.account.DecisionAccount;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the documents of a run.
final class StoryReader {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private final StageEnvironment environment;
    private final Documents documents;

    StoryReader(StageEnvironment environment) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
    }

    Story read(ReportRequest request) {
        List<Decision> decisions = request.decisions().stream()
                .map(ref -> documents.read(ref, Decision.class))
                .toList();
        List<LedgerEntry> entries = environment.ledger().entries(request.run().runId());
        GateReport gate = document(request.gate(), GateReport.class);
        Evaluation evaluation = document(request.evaluation(), Evaluation.class);
        return new Story(
                request,
                documents.read(request.run().manifest(), RunManifest.class),
                document(request.profile(), DatasetProfile.class),
                findings(request.findings(), evaluation),
                evaluation,
                gate,
                decisions,
                entries,
                environment.ledger().champion(request.run().pipeline()).orElse(null),
                accounts(decisions, entries, gate));
    }

    /// Accounts need the views of all decisions; where one is gone, the report does without.
    private List<DecisionAccount> accounts(
            List<Decision> decisions, List<LedgerEntry> entries, @Nullable GateReport gate) {
        try {
            return Accounts.of(documents, decisions, entries, gate);
        } catch (ArtifactDamaged viewIsGone) {
            return List.of();
        }
    }

    private <T> @Nullable T document(@Nullable ArtifactRef ref, Class<T> type) {
        return ref == null ? null : documents.read(ref, type);
    }

    private List<Finding> findings(@Nullable ArtifactRef ref, @Nullable Evaluation evaluation) {
        List<Finding> ofData = ref == null ? List.of() : documents.read(ref, FINDINGS);
        List<Finding> ofModels = evaluation == null ? List.of() : evaluation.findings();
        return Stream.concat(ofData.stream(), ofModels.stream())
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }
}
