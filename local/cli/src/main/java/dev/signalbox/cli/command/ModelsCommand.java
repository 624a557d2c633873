package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.metric.MetricValue;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the versions of models.
@Command(
        name = "models",
        description = "List the champions of pipelines, past and present.",
        footer = {"", "Example:", "  signalbox models --pipeline penguins"})
final class ModelsCommand implements Callable<Integer> {
    private static final int SEARCHED_RUNS = 10_000;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--pipeline", paramLabel = "NAME", description = "Only this pipeline's.")
    private @Nullable String pipeline;

    @Override
    public Integer call() {
        try (LocalRuns runs = common.existingRuns()) {
            var ledger = runs.environment().ledger();
            List<String> pipelines = pipeline != null
                    ? List.of(pipeline)
                    : ledger.runs(null, SEARCHED_RUNS).stream()
                            .map(RunRecord::pipeline)
                            .distinct()
                            .sorted()
                            .toList();
            List<ModelVersion> versions = pipelines.stream()
                    .flatMap(name -> ledger.versions(name).stream())
                    .toList();
            if (common.json()) {
                common.printJson(Map.of("models", versions));
            } else {
                print(versions);
            }
            return ExitCode.DONE.code();
        }
    }

    private void print(List<ModelVersion> versions) {
        TextTable table = new TextTable("pipeline", "version", "candidate", "holdout score", "since", "by", "run");
        String last = "";
        for (ModelVersion version : versions) {
            boolean champion = !version.pipeline().equals(last);
            last = version.pipeline();
            table.row(
                    version.pipeline(),
                    version.version() + (champion ? " champion" : ""),
                    version.candidate().candidateId()
                            + (version.restores() == null ? "" : " (as in " + version.restores() + ")"),
                    score(version),
                    version.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    version.by(),
                    version.runId());
        }
        table.print(common, "No model has been promoted yet.");
    }

    private static String score(ModelVersion version) {
        MetricValue value = version.metrics().get(version.metric());
        return value == null
                ? version.metric().id()
                : String.format(
                        Locale.ROOT,
                        "%s %.4g [%.4g, %.4g]",
                        version.metric().id(),
                        value.value(),
                        value.low(),
                        value.high());
    }
}
