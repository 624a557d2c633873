package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/// What a pipeline does, on one page: how runs end, what stages take, what it costs.
final class PipelineDashboard extends Construct {
    private static final Duration HOUR = Duration.hours(1);
    private static final Duration DAY = Duration.days(1);
    private static final int HALF = 12;

    private final String pipeline;

    PipelineDashboard(Construct scope, Settings settings, PipelineFile file, StateMachine machine) {
        super(scope, "Dashboard-" + file.name());
        this.pipeline = file.name();
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(settings.name(pipeline))
                .defaultInterval(Duration.days(7))
                .widgets(List.of(
                        List.of(
                                graph(
                                        "How runs end",
                                        List.of(StageMetrics.by("outcome", "RunsEnded", pipeline, "Sum", HOUR))),
                                graph(
                                        "Executions of all pipelines",
                                        List.of(
                                                machine.metricStarted(),
                                                machine.metricSucceeded(),
                                                machine.metricFailed(),
                                                machine.metricTimedOut()))),
                        List.of(
                                graph(
                                        "Duration of stages, ms, nine of ten below",
                                        inRuns(stage -> StageMetrics.duration(pipeline, stage, HOUR))),
                                graph(
                                        "Cost of stages, USD",
                                        inRuns(stage -> StageMetrics.cost(pipeline, stage, HOUR)))),
                        List.of(
                                graph(
                                        "Decisions by action",
                                        List.of(StageMetrics.by("action", "Decisions", pipeline, "Sum", HOUR))),
                                graph(
                                        "Denials by guardrail",
                                        List.of(StageMetrics.by("guardrail", "Denials", pipeline, "Sum", HOUR)))),
                        List.of(
                                graph(
                                        "The champion's metric when it was promoted",
                                        List.of(StageMetrics.by(
                                                "metric", "ChampionMetric", pipeline, "Maximum", HOUR))),
                                graph(
                                        "Drift: the largest PSI against the champion's data",
                                        List.of(StageMetrics.measured("LargestPsi", pipeline, "Maximum", HOUR)))),
                        List.of(
                                graph(
                                        "Cost of a run, USD",
                                        List.of(StageMetrics.measured("RunCostUsd", pipeline, "Maximum", HOUR))),
                                graph(
                                        "Questions",
                                        List.of(
                                                StageMetrics.measured("QuestionsAsked", pipeline, "Sum", HOUR),
                                                StageMetrics.measured("QuestionsAnswered", pipeline, "Sum", HOUR)))),
                        List.of(
                                graph("Cost a day, USD", List.of(StageMetrics.cost(pipeline, DAY))),
                                graph("Calls of stages", inRuns(stage -> StageMetrics.count(pipeline, stage, HOUR))))))
                .build();
    }

    private static List<? extends IMetric> inRuns(Function<StageName, IMetric> metric) {
        return Arrays.stream(StageName.values())
                .filter(stage -> stage != StageName.PREDICT && stage != StageName.ROLLBACK && stage != StageName.INTAKE)
                .map(metric)
                .toList();
    }

    private static IWidget graph(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(metrics)
                .width(HALF)
                .build();
    }
}
