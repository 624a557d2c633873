package dev.signalbox.cli.run;

import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.ResourceExhausted;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A look at a data file without a run: the first three stages in a workspace that is thrown away.
public final class DataLook {
    private static final String NOBODY = "look";

    private DataLook() {}

    /// The file's columns in numbers.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] with what Ingest says when the file cannot be
    /// read.
    public static DatasetProfile profile(Path file) {
        try {
            Path folder = Files.createTempDirectory("signalbox-look-");
            try (LocalRuns runs = new LocalRuns(new Workspace(folder).create(), Installation.current())) {
                return profile(runs, file);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new ResourceExhausted("No temporary folder can be made.", "Free some space.", e);
        }
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

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
