package dev.signalbox.data.validate;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.datacontract.ContractInference;
import dev.signalbox.data.validate.datacontract.ContractShelf;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.drift.DriftCheck;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.data.validate.profile.ScannedDataset;
import dev.signalbox.data.validate.profile.TaskFinder;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges a dataset.
final class ValidateStage {
    private final StageEnvironment environment;
    private final Documents documents;

    ValidateStage(StageEnvironment environment) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
    }

    /// Profile, contract, checks, verdict.
    ///
    /// Idempotent: the answer is identified by [#identity]; a contract that this call puts in force is the
    /// one that a repeated call finds and keeps. Nothing about bad data is a failure: it is a finding and a
    /// verdict. Raises [dev.signalbox.contract.failure.InvalidInput] when the table cannot be read or is not
    /// the one referred to, and what the stores raise.
    ValidateResult run(ValidateRequest request, PipelineConfig config, String folder) {
        TableScans scans = TableScans.of(environment, request);
        DatasetProfile profile = profile(scans.dataset(), config);
        ContractShelf shelf = shelf(config);
        Optional<ContractShelf.Kept> kept = shelf.current();
        boolean enforced = kept.isPresent() && !config.quality().newContract();
        Inspection inspection = new Inspection(
                config,
                request.rows(),
                scans.dataset(),
                profile,
                enforced ? kept.get().contract() : null,
                championProfile(config),
                scans.holdout(),
                Set.copyOf(dropped(request)));
        List<Finding> findings = AllChecks.findings(inspection);
        DataVerdict verdict = Ranking.verdict(findings);
        if (verdict == DataVerdict.USABLE && !enforced) {
            DataContract terms = terms(scans.dataset(), config);
            kept = Optional.of(shelf.replace(kept, terms, folder));
            if (!kept.get().contract().withVersion(terms.version()).equals(terms)) {
                // Another run's contract came first: this dataset has yet to be held against it.
                return run(request, config, folder);
            }
        }
        return new ValidateResult(
                verdict,
                documents.write(folder, "profile.json", profile),
                documents.write(folder, "findings.json", Ranking.listed(findings)),
                Ranking.count(findings, Severity.ERROR),
                Ranking.count(findings, Severity.WARNING),
                kept.map(ContractShelf.Kept::file).orElse(null),
                largestPsi(inspection));
    }

    private static @Nullable Double largestPsi(Inspection inspection) {
        OptionalDouble largest = DriftCheck.largest(inspection);
        return largest.isPresent() ? largest.getAsDouble() : null;
    }

    /// What identifies the answer.
    ValidateIdentity identity(ValidateRequest request, PipelineConfig config) {
        return new ValidateIdentity(
                config.name(),
                request.dataset().table().sha256(),
                Optional.ofNullable(request.holdout())
                        .map(DatasetRef::table)
                        .map(ArtifactRef::sha256)
                        .orElse(null),
                Optional.ofNullable(request.holdout())
                        .map(DatasetRef::rejectedRows)
                        .orElse(null),
                request.rows(),
                config.target(),
                config.task(),
                config.positiveLabel(),
                config.ignoredColumns(),
                config.split().column(),
                config.quality(),
                environment
                        .ledger()
                        .register(config.name(), ContractShelf.REGISTER)
                        .map(register -> register.value().sha256())
                        .orElse(null),
                environment
                        .ledger()
                        .champion(config.name())
                        .map(ModelVersion::profile)
                        .map(ArtifactRef::sha256)
                        .orElse(null),
                dropped(request));
    }

    private static DatasetProfile profile(ScannedDataset dataset, PipelineConfig config) {
        ScannedColumn target = dataset.column(config.target());
        ColumnProfile targetProfile = target == null ? null : target.profile();
        return new DatasetProfile(
                dataset.rows(),
                dataset.profiles(),
                dataset.duplicateRows(),
                config.target(),
                TaskFinder.find(config.task(), targetProfile, dataset.rows()));
    }

    private static DataContract terms(ScannedDataset dataset, PipelineConfig config) {
        return ContractInference.of(dataset, 1, config.target(), config.ignoredColumns());
    }

    private ContractShelf shelf(PipelineConfig config) {
        return new ContractShelf(environment.ledger(), documents, config.name());
    }

    private @Nullable DatasetProfile championProfile(PipelineConfig config) {
        return environment
                .ledger()
                .champion(config.name())
                .map(version -> documents.read(version.profile(), DatasetProfile.class))
                .orElse(null);
    }

    private List<String> dropped(ValidateRequest request) {
        return new DroppedColumns(environment.ledger(), documents)
                .of(request.run().runId());
    }
}
