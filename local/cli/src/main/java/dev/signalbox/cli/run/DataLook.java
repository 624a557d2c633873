package dev.signalbox.cli.run;

import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.contract.stage.IntakeRequest;
import dev.signalbox.contract.stage.IntakeResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.RunRequest;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageName;
import java.nio.file.Path;
import java.util.Objects;

/// A look at a data file without a run: the first three stages in a workspace that is thrown away.
public final class DataLook {
    private static final String NOBODY = "look";

    private DataLook() {}

    /// The file's columns in numbers.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] with what Ingest says when the file cannot be
    /// read.
    public static DatasetProfile profile(Path file) {
        return Throwaway.workspace(runs -> profile(runs, file));
    }

    private static DatasetProfile profile(LocalRuns runs, Path file) {
        StageCaller caller = new StageCaller(runs);
        PipelineConfig config = PipelineConfig.of(NOBODY, NOBODY);
        RunRequest request = new RunRequest(NOBODY, SourceRef.unpinned(FileUris.of(file)), null, config);
        IntakeResult intake = caller.call(
                StageName.INTAKE,
                new IntakeRequest(NOBODY, ContractJson.LENIENT.valueToTree(request)),
                IntakeResult.class);
        RunRef run = Objects.requireNonNull(intake.run());
        IngestResult ingest = caller.call(
                StageName.INGEST,
                new IngestRequest(run, Objects.requireNonNull(intake.source()), null, null),
                IngestResult.class);
        ValidateResult validate = caller.call(
                StageName.VALIDATE,
                new ValidateRequest(run, ingest.dataset(), null, ingest.rows()),
                ValidateResult.class);
        return new Documents(runs.environment().artifacts()).read(validate.profile(), DatasetProfile.class);
    }
}
