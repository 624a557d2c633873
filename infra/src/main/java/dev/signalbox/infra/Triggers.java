package dev.signalbox.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// What starts the machine: an object that arrives, a schedule, an event that asks for a run. What cannot be
/// delivered is tried again for a day and then waits in a queue.
///
/// One rule serves all pipelines: an object in a folder that belongs to none starts an execution, in which
/// Intake says so and people are told, where a rule a pipeline would drop it in silence.
public final class Triggers extends Construct {
    private static final int DAYS_IN_QUEUE = 14;
    private static final int SECONDS_OF_TRIES = 86_400;
    private static final int TRIES = 185;

    private final Queue undelivered;
    private final EventBus bus;
    private final Role starter;
    private final PipelineMachine machine;

    /// @param lake whose objects start runs
    /// @param machine what is started
    public Triggers(
            Construct scope, String id, Settings settings, DataKey key, DataLake lake, PipelineMachine machine) {
        super(scope, id);
        this.machine = machine;
        this.undelivered = queue(settings, key);
        this.bus = EventBus.Builder.create(this, "Bus")
                .eventBusName(settings.name("events"))
                .build();
        this.starter = starter(key);
        objectCreated(settings, lake);
        runRequested(settings);
        settings.pipelines().forEach(pipeline -> schedule(settings, pipeline));
    }

    /// Events that started nothing.
    public Queue undelivered() {
        return undelivered;
    }

    /// Where others ask for runs.
    public EventBus bus() {
        return bus;
    }

    private Queue queue(Settings settings, DataKey key) {
        Queue.Builder builder = Queue.Builder.create(this, "Undelivered")
                .queueName(settings.name("undelivered"))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(DAYS_IN_QUEUE));
        key.key().ifPresent(own -> builder.encryption(QueueEncryption.KMS).encryptionMasterKey(own));
        return builder.build();
    }

    /// Schedules write to the queue by this role, rules by the queue's policy.
    private Role starter(DataKey key) {
        PolicyDocument rights = PolicyDocument.Builder.create()
                .statements(List.of(
                        allow("StartRuns", List.of("states:StartExecution"), machine.arn()),
                        allow("KeepUndelivered", List.of("sqs:SendMessage"), undelivered.getQueueArn())))
                .build();
        key.key()
                .ifPresent(own -> rights.addStatements(
                        allow("UseKey", List.of("kms:Decrypt", "kms:GenerateDataKey"), own.getKeyArn())));
        return Role.Builder.create(this, "Starter")
                .description("What rules and schedules may do: start the state machine")
                .assumedBy(new CompositePrincipal(
                        new ServicePrincipal("events.amazonaws.com"), new ServicePrincipal("scheduler.amazonaws.com")))
                .inlinePolicies(Map.of("rights", rights))
                .build();
    }

    private void objectCreated(Settings settings, DataLake lake) {
        Map<String, Object> pattern = new TreeMap<>();
        pattern.put("source", List.of("aws.s3"));
        pattern.put("detail-type", List.of("Object Created"));
        pattern.put(
                "detail",
                new TreeMap<>(Map.of(
                        "bucket", Map.of("name", List.of(lake.incoming().getBucketName())),
                        "object", Map.of("key", List.of(Map.of("prefix", "incoming/"))))));
        started(CfnRule.Builder.create(this, "ObjectCreated")
                .name(settings.name("object-created"))
                .description("An object under incoming/ starts a run")
                .eventPattern(pattern));
    }

    private void runRequested(Settings settings) {
        started(CfnRule.Builder.create(this, "RunRequested")
                .name(settings.name("run-requested"))
                .description("An event asks for a run")
                .eventBusName(bus.getEventBusName())
                .eventPattern(Map.of("detail-type", List.of("signalbox.run.requested"))));
    }

    private void started(CfnRule.Builder builder) {
        CfnRule rule = builder.targets(List.of(CfnRule.TargetProperty.builder()
                        .id("machine")
                        .arn(machine.startArn())
                        .roleArn(starter.getRoleArn())
                        .deadLetterConfig(CfnRule.DeadLetterConfigProperty.builder()
                                .arn(undelivered.getQueueArn())
                                .build())
                        .retryPolicy(CfnRule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(SECONDS_OF_TRIES)
                                .maximumRetryAttempts(TRIES)
                                .build())
                        .build()))
                .build();
        undelivered.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid(rule.getNode().getId())
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(undelivered.getQueueArn()))
                .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", rule.getAttrArn())))
                .build());
    }

    /// A pipeline's own schedule; the event is what `events/intake/schedule.json` shows.
    private void schedule(Settings settings, PipelineFile pipeline) {
        String expression = pipeline.config().schedule();
        if (expression == null) {
            return;
        }
        CfnSchedule.Builder.create(this, "Schedule-" + pipeline.name())
                .name(settings.name(pipeline.name()))
                .description("When the pipeline " + pipeline.name() + " looks at its source")
                .scheduleExpression(expression)
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(machine.startArn())
                        .roleArn(starter.getRoleArn())
                        .input("{\"source\":\"signalbox.schedule\",\"detail\":{\"pipeline\":\"" + pipeline.name()
                                + "\",\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}}")
                        .deadLetterConfig(CfnSchedule.DeadLetterConfigProperty.builder()
                                .arn(undelivered.getQueueArn())
                                .build())
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(SECONDS_OF_TRIES)
                                .maximumRetryAttempts(TRIES)
                                .build())
                        .build())
                .build();
    }

    private static PolicyStatement allow(String id, List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .sid(id)
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }
}
