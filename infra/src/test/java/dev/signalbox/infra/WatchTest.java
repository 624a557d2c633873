package dev.signalbox.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.runtime.Watching;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What starts runs, and who is told.
class WatchTest {
    private final Deployment dev = Deployment.dev();

    @Test
    void anUploadAnEventAndAScheduleStartTheMachineWithTriesAndAQueueForWhatIsLeft() {
        Collection<JsonNode> rules = dev.resources("AWS::Events::Rule").values();
        Collection<JsonNode> schedules =
                dev.resources("AWS::Scheduler::Schedule").values();

        assertThat(rules).hasSize(2).allSatisfy(rule -> starts(rule.at("/Targets/0")));
        assertThat(schedules).hasSize(1).allSatisfy(schedule -> starts(schedule.path("Target")));
    }

    @Test
    void anUploadUnderIncomingIsWhatIsListenedFor() {
        JsonNode pattern = dev.resources("AWS::Events::Rule").values().stream()
                .map(rule -> rule.path("EventPattern"))
                .filter(rule -> rule.has("source"))
                .findFirst()
                .orElseThrow();

        assertThat(pattern.at("/source/0").asText()).isEqualTo("aws.s3");
        assertThat(pattern.at("/detail-type/0").asText()).isEqualTo("Object Created");
        assertThat(pattern.at("/detail/object/key/0/prefix").asText()).isEqualTo("incoming/");
        assertThat(pattern.at("/detail/bucket/name/0/Ref").asText()).startsWith("DataLakeIncoming");
        assertThat(dev.resources("AWS::S3::Bucket").values().stream()
                        .filter(bucket -> bucket.at(
                                        "/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
                                .asBoolean()))
                .hasSize(1);
    }

    @Test
    void aScheduleSendsTheEventThatIntakeReads() {
        JsonNode schedule =
                dev.resources("AWS::Scheduler::Schedule").values().iterator().next();

        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(0 2 * * ? *)");
        assertThat(schedule.at("/Target/Input").asText())
                .isEqualTo("{\"source\":\"signalbox.schedule\",\"detail\":{\"pipeline\":\"nightly\","
                        + "\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}}");
        Rights intake = Rights.of(dev).get("Intake");
        assertThat(intake.allow("s3:GetObject", "arn:Partition:s3:::amzn-s3-demo-bucket/warehouse/customers.parquet"))
                .isTrue();
        assertThat(intake.allow("s3:GetObject", "arn:Partition:s3:::amzn-s3-demo-bucket/warehouse/salaries.parquet"))
                .isFalse();
    }

    @Test
    void eachPipelineIsAParameterThatIntakeFinds() {
        assertThat(dev.resources("AWS::SSM::Parameter").values()).hasSize(2).allSatisfy(parameter -> {
            String name = parameter.path("Name").asText();
            assertThat(name).startsWith("/signalbox/dev/pipelines/");
            assertThat(parameter.path("Value").asText()).contains("name: " + name.substring(name.lastIndexOf('/') + 1));
        });
        assertThat(dev.core().toString()).contains("ssm:/signalbox/dev/pipelines");
    }

    @Test
    void whoApprovesHearsOfQuestionsAndWhoWatchesHearsOfAlarms() {
        assertThat(Deployment.prod().resources("AWS::SNS::Subscription").values().stream()
                        .map(subscription -> subscription.path("Endpoint").asText() + " "
                                + subscription.at("/TopicArn/Ref").asText().replaceAll("Topic.*", "")))
                .containsExactlyInAnyOrder("approver@example.com Approvals", "team@example.com Alerts");
    }

    @Test
    void eachAlarmSaysWhatToDoAndTellsSomebody() {
        Map<String, JsonNode> alarms = dev.watched("AWS::CloudWatch::Alarm");

        assertThat(alarms.values().stream().map(alarm -> alarm.path("AlarmName").asText()))
                .contains(
                        "signalbox-dev-runs-failed",
                        "signalbox-dev-runs-throttled",
                        "signalbox-dev-events-undelivered",
                        "signalbox-dev-agent-error-rate",
                        "signalbox-dev-nightly-cost",
                        "signalbox-dev-nightly-waiting",
                        "signalbox-dev-data-errors",
                        "signalbox-dev-model-throttled");
        assertThat(alarms.values()).allSatisfy(alarm -> {
            assertThat(alarm.path("AlarmDescription").asText()).contains(". ");
            assertThat(alarm.at("/AlarmActions/0").toString()).contains("Alerts");
            assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
            assertThat(alarm.path("Metrics").size()).isLessThanOrEqualTo(11);
        });
        assertThat(dev.resources("AWS::SNS::TopicPolicy").values().stream().map(JsonNode::toString))
                .anyMatch(policy -> policy.contains("cloudwatch.amazonaws.com"));
    }

    @Test
    void eachPipelineHasItsDashboard() {
        assertThat(dev.watched("AWS::CloudWatch::Dashboard").values().stream()
                        .map(dashboard -> dashboard.path("DashboardName").asText()))
                .containsExactlyInAnyOrder("signalbox-dev-nightly", "signalbox-dev-penguins");
    }

    @Test
    void aDashboardShowsWhatTheAgentDecidesAndHowModelsFare() {
        assertThat(dev.watched("AWS::CloudWatch::Dashboard").values())
                .allSatisfy(
                        dashboard -> assertThat(dashboard.path("DashboardBody").toString())
                                .contains(
                                        "Decisions",
                                        "Denials",
                                        "RunsEnded",
                                        "ChampionMetric",
                                        "LargestPsi",
                                        "RunCostUsd",
                                        "QuestionsAnswered"));
    }

    @Test
    void carefulReleasesMoveAliasesByCodeDeployAndTriggersStartTheMachinesAlias() {
        JsonNode prod = Deployment.prod().core();

        assertThat(prod.findValues("CodeDeployLambdaAliasUpdate")).hasSize(19);
        assertThat(Deployment.prod().resources("AWS::Events::Rule").values())
                .allMatch(rule -> rule.at("/Targets/0/Arn").toString().contains(":live"));
        assertThat(Deployment.prod().templates().get("signalbox-prod-canary").findValues("DeploymentGroupName"))
                .hasSize(19);
    }

    @Test
    void otherTeamsAreToldOfRunsModelsAndQuestionsWithoutTheirContents() {
        JsonNode stack = Deployment.prod().templates().get("signalbox-prod-events-out");

        assertThat(stack.findValues("DetailType").stream().map(JsonNode::asText))
                .containsExactlyInAnyOrder(
                        "signalbox.run.finished", "signalbox.model.promoted", "signalbox.approval.requested");
        assertThat(stack.findValues("InputTemplate").stream().map(JsonNode::asText))
                .hasSize(3)
                .noneMatch(template -> template.contains("NewImage") || template.contains("output"));
        assertThat(Deployment.prod()
                        .core()
                        .at("/Resources")
                        .findValue("StreamViewType")
                        .asText())
                .isEqualTo("KEYS_ONLY");
        assertThat(dev.core().findValue("StreamViewType")).isNull();
    }

    private static void starts(JsonNode target) {
        assertThat(target.at("/Arn/Ref").asText()).startsWith("PipelineMachine");
        assertThat(target.at("/DeadLetterConfig/Arn").toString()).contains("TriggersUndelivered");
        assertThat(List.of(
                        target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt(),
                        target.at("/RetryPolicy/MaximumRetryAttempts").asInt()))
                .containsExactly(86_400, 185);
    }

    /// What `signalbox cost` charges for watching.
    @Test
    void asManyMetricsAreInAlarmsAsEstimatesSay() {
        int pipelines = dev.watched("AWS::CloudWatch::Dashboard").size();
        int metrics = 0;
        for (JsonNode alarm : dev.watched("AWS::CloudWatch::Alarm").values()) {
            long inSums = alarm.path("Metrics").findValues("MetricStat").size();
            metrics += (int) Math.max(1, inSums);
        }

        assertThat(metrics).isEqualTo(Watching.alarmedMetrics(pipelines));
        assertThat(pipelines).isEqualTo(Watching.dashboards(pipelines)).isEqualTo(2);
    }
}
