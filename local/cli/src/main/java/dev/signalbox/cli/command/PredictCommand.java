package dev.signalbox.cli.command;

import dev.signalbox.cli.run.Installation;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.StageCaller;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.stage.PredictRequest;
import dev.signalbox.contract.stage.PredictResult;
import dev.signalbox.runtime.StageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Scores rows with the champion.
@Command(
        name = "predict",
        description = "Score rows with the champion: one row out for each row in, in order.",
        footer = {"", "Example:", "  signalbox predict new.csv --pipeline penguins --out scored.csv --explain"})
final class PredictCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, JSON, JSON Lines or Parquet.")
    private Path file = Path.of("");

    @Option(names = "--pipeline", required = true, paramLabel = "NAME", description = "Whose champion.")
    private String pipeline = "";

    @Option(names = "--out", paramLabel = "CSV", description = "Where the scores go (default: FILE.predictions.csv).")
    private @Nullable Path out;

    @Option(names = "--explain", description = "Also write how much each column moved each score, beside the scores.")
    private boolean explain;

    @Override
    public Integer call() {
        DataFiles.existing(file);
        try (LocalRuns runs = new LocalRuns(common.workspaceNear(file).existing(), Installation.current())) {
            PredictRequest request =
                    new PredictRequest(pipeline, SourceRef.unpinned(FileUris.of(file)), "predictions", explain);
            PredictResult result = new StageCaller(runs).call(StageName.PREDICT, request, PredictResult.class);
            Path target = out == null ? Path.of(file + ".predictions.csv") : out;
            copy(result.predictions(), target);
            Path contributions = null;
            if (result.contributions() != null) {
                contributions = Path.of(target + ".contributions.csv");
                copy(result.contributions(), contributions);
            }
            tell(result, target, contributions);
            return ExitCode.DONE.code();
        }
    }

    private void tell(PredictResult result, Path target, @Nullable Path contributions) {
        if (common.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("pipeline", pipeline);
            document.put("version", result.version());
            document.put("rows", result.rows());
            document.put("unscored", result.unscored());
            document.put("predictions", target.toString());
            if (contributions != null) {
                document.put("contributions", contributions.toString());
            }
            common.printJson(document);
            return;
        }
        common.out()
                .println((result.unscored() == 0
                                ? result.rows() + " rows scored by version "
                                : result.rows() - result.unscored() + " of " + result.rows()
                                        + " rows scored by version ")
                        + result.version() + " of " + pipeline
                        + (result.unscored() == 0
                                ? ""
                                : "; the column reason says why " + result.unscored() + " could not be"));
        common.out().println(target + (contributions == null ? "" : "\n" + contributions));
    }

    private static void copy(ArtifactRef from, Path to) {
        try {
            Files.copy(FileUris.path(from.uri()), to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ResourceExhausted(
                    "The scores could not be written to " + to + ": " + e.getMessage() + ".",
                    "Choose another place with --out.",
                    e);
        }
    }
}
