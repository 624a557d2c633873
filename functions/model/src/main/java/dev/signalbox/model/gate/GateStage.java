package dev.signalbox.model.gate;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.model.evaluate.PrimaryMetric;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opens the holdout for one challenger and the champion and judges.
public final class GateStage {
    private final StageEnvironment environment;

    /// With what is given.
    public GateStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Records the opening in the ledger, then scores challenger and champion on the same rows and checks,
    /// in order: the holdout itself, the configured minimum metrics, the baseline, the champion, the
    /// segments. All must hold. A champion that cannot be applied to the rows (another task, target or
    /// classes, columns that are gone) is not compared: the challenger then passes by minimum and baseline
    /// alone, and the reason says so. Of one run the holdout serves one challenger only: a second one fails
    /// without a look.
    ///
    /// Idempotent: the same request, holdout and champion give the same bytes. Never cached.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the metric does not go with the task or an
    /// artifact is not what it should be.
    ///
    /// @param folder of the artifacts
    public GateResult run(GateRequest request, PipelineConfig config, String folder) {
        MetricName metric = PrimaryMetric.of(config, request.prepared());
        ModelVersion champion =
                environment.ledger().champion(request.run().pipeline()).orElse(null);
        HoldoutRecord openings = new HoldoutRecord(environment.ledger(), request);
        Optional<String> other = openings.otherChallenger();
        if (other.isPresent()) {
            return answer(secondLook(request, metric, other.get(), champion), config, folder);
        }
        openings.open(champion);
        return answer(new Judgement(environment, request, config, metric, champion).report(), config, folder);
    }

    private static GateReport secondLook(
            GateRequest request, MetricName metric, String other, @Nullable ModelVersion champion) {
        GateCondition condition = new GateCondition(
                Conditions.HOLDOUT,
                false,
                "The holdout of this run was opened for " + other
                        + " before; expected one challenger a run. Start a run on new data.");
        return new GateReport(
                request.run().runId(),
                request.challenger().candidateId(),
                request.challenger().model().sha256(),
                metric,
                request.prepared().holdoutRows(),
                new TreeMap<>(),
                champion == null ? null : champion.version(),
                null,
                null,
                List.of(condition),
                null,
                false);
    }

    private GateResult answer(GateReport report, PipelineConfig config, String folder) {
        ArtifactRef written = new Documents(environment.artifacts()).write(folder, "gate.json", report);
        return new GateResult(
                report.passed(),
                written,
                report.championVersion(),
                sentence(report),
                report.unusual(config.approval()));
    }

    /// What was decisive: the failed conditions, or the comparison that was won.
    private static String sentence(GateReport report) {
        String reasons = report.conditions().stream()
                .filter(condition -> report.passed()
                        ? condition.name().equals(Conditions.CHAMPION)
                                || condition.name().equals(Conditions.BASELINE)
                        : !condition.passed())
                .map(condition -> condition.name() + ": " + condition.reason())
                .collect(Collectors.joining(" "));
        return (report.passed() ? "Passed. " : "Not passed. ") + reasons;
    }
}
