package dev.signalbox.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/// What starts the machine: an object that arrives. Events that cannot be delivered wait in a queue.
public final class Triggers extends Construct {
    private static final int DAYS_IN_QUEUE = 14;
    private static final int HOURS_OF_TRIES = 24;
    private static final int TRIES = 185;

    private final Queue undelivered;

    /// @param lake whose objects start runs
    /// @param machine what is started
    public Triggers(Construct scope, String id, Settings settings, DataLake lake, StateMachine machine) {
        super(scope, id);
        this.undelivered = Queue.Builder.create(this, "Undelivered")
                .queueName(settings.name("undelivered"))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(DAYS_IN_QUEUE))
                .build();
        Rule.Builder.create(this, "ObjectCreated")
                .ruleName(settings.name("object-created"))
                .description("An object under incoming/<pipeline>/ starts a run")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.s3"))
                        .detailType(List.of("Object Created"))
                        .detail(new TreeMap<>(Map.of(
                                "bucket", Map.of("name", List.of(lake.incoming().getBucketName())),
                                "object", Map.of("key", List.of(Map.of("prefix", "incoming/"))))))
                        .build())
                .targets(List.of(SfnStateMachine.Builder.create(machine)
                        .deadLetterQueue(undelivered)
                        .maxEventAge(Duration.hours(HOURS_OF_TRIES))
                        .retryAttempts(TRIES)
                        .build()))
                .build();
    }

    /// Events that started nothing.
    public Queue undelivered() {
        return undelivered;
    }
}
