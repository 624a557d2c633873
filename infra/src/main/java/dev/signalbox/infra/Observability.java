package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/// Alarms, each with what to do in its description, and a dashboard a pipeline. A stack of its own: its alarms
/// do sums over metrics, which an emulator need not know.
public final class Observability extends Stack {
    private static final Duration FIVE_MINUTES = Duration.minutes(5);
    private static final Duration QUARTER = Duration.minutes(15);
    private static final Duration HOUR = Duration.hours(1);
    private static final Duration DAY = Duration.days(1);
    private static final int MOST_ERRORS = 5;
    private static final int MOST_AGENT_ERRORS_PERCENT = 5;

    private final Settings settings;
    private final SnsAction tell;

    /// @param core what is watched, and who hears of alarms
    public Observability(Construct scope, Settings settings, SignalboxStack core) {
        super(
                scope,
                settings.name("observability"),
                StackProps.builder()
                        .description("Signalbox: alarms and dashboards")
                        .build());
        StageFunctions functions = core.functions();
        StateMachine machine = core.machine().machine();
        this.settings = settings;
        this.tell = new SnsAction(core.alerts().topic());
        machine(machine);
        undelivered(core.undelivered());
        Arrays.stream(Team.values()).forEach(team -> team(team, functions));
        agent(functions);
        settings.pipelines().forEach(pipeline -> {
            cost(pipeline);
            waiting(pipeline);
            new PipelineDashboard(this, settings, pipeline, machine);
        });
    }

    /// The alarm of runs that failed.
    static String failedAlarm(Settings settings) {
        return settings.name("runs-failed");
    }

    /// The alarm of a team's functions.
    static String errorAlarm(Team team, Settings settings) {
        return settings.name(team.id() + "-errors");
    }

    private void machine(StateMachine machine) {
        alarm(
                "runs-failed",
                sum(List.of(machine.metricFailed(), machine.metricTimedOut()), FIVE_MINUTES),
                0,
                "A run failed or timed out. Open the execution, read the failure, ask for the run again once the cause is gone.");
        alarm(
                "runs-throttled",
                sum(List.of(machine.metricThrottled()), FIVE_MINUTES),
                0,
                "Step Functions throttles runs. Spread the uploads, or raise the quota of state transitions.");
    }

    private void undelivered(Queue events) {
        alarm(
                "events-undelivered",
                events.metricApproximateNumberOfMessagesVisible(),
                0,
                "An event started no run for a day of tries. Read the queue's messages, mend the cause, send them again.");
    }

    private void team(Team team, StageFunctions functions) {
        alarm(
                team.id() + "-errors",
                sum(metrics(team, function -> function.function().metricErrors(), functions), QUARTER),
                MOST_ERRORS,
                "Functions of the team " + team.id()
                        + " fail. Read their logs by runId; roll the alias back if it began" + " with a deployment.");
        alarm(
                team.id() + "-throttled",
                sum(metrics(team, function -> function.function().metricThrottles(), functions), FIVE_MINUTES),
                0,
                "Functions of the team " + team.id() + " are throttled. Raise the account's concurrency, or what is"
                        + " reserved for them.");
    }

    private void agent(StageFunctions functions) {
        Map<String, IMetric> metrics = new TreeMap<>();
        metrics.put("failed", functions.of(StageName.DECIDE).function().metricErrors());
        metrics.put("called", functions.of(StageName.DECIDE).function().metricInvocations());
        alarm(
                "agent-error-rate",
                MathExpression.Builder.create()
                        .expression("IF(called > 0, 100 * failed / called, 0)")
                        .usingMetrics(metrics)
                        .period(HOUR)
                        .label("Decide failed, percent")
                        .build(),
                MOST_AGENT_ERRORS_PERCENT,
                "The agent fails too often. Read its log; set planner.kind to rules until the model answers again.");
    }

    /// The machine stops a run at its budget between states, so that one may end above it.
    private void cost(PipelineFile pipeline) {
        alarm(
                pipeline.name() + "-cost",
                StageMetrics.measured("RunCostUsd", pipeline.name(), "Maximum", HOUR),
                pipeline.config().budget().costUsd(),
                "A run of " + pipeline.name()
                        + " cost more than its budget. Look at the stages' share on its dashboard;"
                        + " lower budget.candidates.");
    }

    /// Of a day, since nothing tells the age of a question: it rings when one is put, and is silent once as
    /// many answers as questions came.
    private void waiting(PipelineFile pipeline) {
        Map<String, IMetric> metrics = new TreeMap<>();
        metrics.put("asked", StageMetrics.measured("QuestionsAsked", pipeline.name(), "Sum", DAY));
        metrics.put("answered", StageMetrics.measured("QuestionsAnswered", pipeline.name(), "Sum", DAY));
        alarm(
                pipeline.name() + "-waiting",
                MathExpression.Builder.create()
                        .expression("FILL(asked, 0) - FILL(answered, 0)")
                        .usingMetrics(metrics)
                        .period(DAY)
                        .label("questions of a day without an answer")
                        .build(),
                0,
                "A run of " + pipeline.name() + " waits for a person. Answer it, or tell its approvers; unanswered it"
                        + " counts as refused.");
    }

    private void alarm(String name, IMetric metric, double most, String description) {
        Alarm alarm = Alarm.Builder.create(this, name)
                .alarmName(settings.name(name))
                .alarmDescription(description)
                .metric(metric)
                .threshold(most)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        alarm.addAlarmAction(tell);
    }

    private static List<? extends IMetric> metrics(
            Team team, Function<StageFunction, IMetric> metric, StageFunctions functions) {
        return Arrays.stream(StageName.values())
                .filter(stage -> FunctionSize.of(stage).team() == team)
                .map(functions::of)
                .map(metric)
                .toList();
    }

    /// An alarm takes ten metrics at most.
    private static MathExpression sum(List<? extends IMetric> metrics, Duration period) {
        Map<String, IMetric> named = new TreeMap<>();
        metrics.forEach(metric -> named.put("m" + named.size(), metric));
        return MathExpression.Builder.create()
                .expression(String.join(" + ", named.keySet()))
                .usingMetrics(named)
                .period(period)
                .build();
    }
}
