package dev.signalbox.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.pipes.CfnPipe;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// What other teams may hook into, on the deployment's bus: `signalbox.run.finished`,
/// `signalbox.model.promoted` and `signalbox.approval.requested`, each with references and no data, and each
/// at least once. They are read off the ledger and the machine, so that no stage needs the right to announce
/// anything.
public final class EventsOut extends Stack {
    private static final String SOURCE = "signalbox";
    private static final int TRIES = 3;
    private static final int SEEN_BEFORE_GIVING_UP = 5;

    private final String busArn;

    /// @param core which is told of
    public EventsOut(Construct scope, Settings settings, SignalboxStack core) {
        super(
                scope,
                settings.name("events-out"),
                StackProps.builder()
                        .description("Signalbox: events for other teams")
                        .build());
        this.busArn = core.bus().getEventBusArn();
        String stream = String.valueOf(core.ledger().getTableStreamArn());
        ledger("Promoted", "signalbox.model.promoted", stream, keys("model#", ""), promoted());
        ledger("Asked", "signalbox.approval.requested", stream, keys("run#", "approval#"), asked());
        finished(core);
    }

    /// A version of a model: the champion has moved, forward or back.
    private static Map<String, String> promoted() {
        return Map.of("model", "<$.dynamodb.Keys.pk.S>", "version", "<$.dynamodb.Keys.sk.S>");
    }

    private static Map<String, String> asked() {
        return Map.of("run", "<$.dynamodb.Keys.pk.S>");
    }

    /// New items whose keys begin so.
    private static Map<String, Object> keys(String partition, String sort) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("pk", Map.of("S", List.of(Map.of("prefix", partition))));
        if (!sort.isEmpty()) {
            keys.put("sk", Map.of("S", List.of(Map.of("prefix", sort))));
        }
        Map<String, Object> filter = new TreeMap<>();
        filter.put("eventName", List.of("INSERT"));
        filter.put("dynamodb", Map.of("Keys", keys));
        return filter;
    }

    private void ledger(String id, String type, String stream, Map<String, Object> filter, Map<String, String> detail) {
        Role role = role(
                id,
                List.of(allow(
                        "ReadStream",
                        List.of(
                                "dynamodb:DescribeStream",
                                "dynamodb:GetRecords",
                                "dynamodb:GetShardIterator",
                                "dynamodb:ListStreams"),
                        stream)));
        pipe(id, type, stream, role, detail)
                .sourceParameters(CfnPipe.PipeSourceParametersProperty.builder()
                        .filterCriteria(CfnPipe.FilterCriteriaProperty.builder()
                                .filters(List.of(CfnPipe.FilterProperty.builder()
                                        .pattern(json(filter))
                                        .build()))
                                .build())
                        .dynamoDbStreamParameters(CfnPipe.PipeSourceDynamoDBStreamParametersProperty.builder()
                                .startingPosition("LATEST")
                                .batchSize(1)
                                .maximumRetryAttempts(TRIES)
                                .build())
                        .build())
                .build();
    }

    /// Step Functions' own event of an execution, renamed on its way through a queue.
    private void finished(SignalboxStack core) {
        Queue ended = Queue.Builder.create(this, "Ended")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(core.undelivered())
                        .maxReceiveCount(SEEN_BEFORE_GIVING_UP)
                        .build())
                .build();
        Map<String, Object> detail = new TreeMap<>();
        detail.put("stateMachineArn", List.of(core.machineArn()));
        detail.put("status", List.of("SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"));
        Rule.Builder.create(this, "ExecutionEnded")
                .description("An execution of Signalbox ended")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.states"))
                        .detailType(List.of("Step Functions Execution Status Change"))
                        .detail(detail)
                        .build())
                .targets(List.of(new SqsQueue(ended)))
                .build();
        Role role = role(
                "Finished",
                List.of(allow(
                        "ReadQueue",
                        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                        ended.getQueueArn())));
        Map<String, String> event = Map.of(
                "run", "<$.body.detail.name>",
                "execution", "<$.body.detail.executionArn>",
                "status", "<$.body.detail.status>");
        pipe("Finished", "signalbox.run.finished", ended.getQueueArn(), role, event)
                .sourceParameters(CfnPipe.PipeSourceParametersProperty.builder()
                        .sqsQueueParameters(CfnPipe.PipeSourceSqsQueueParametersProperty.builder()
                                .batchSize(1)
                                .build())
                        .build())
                .build();
    }

    private CfnPipe.Builder pipe(String id, String type, String source, Role role, Map<String, String> detail) {
        return CfnPipe.Builder.create(this, id)
                .description("Tells of " + type)
                .roleArn(role.getRoleArn())
                .source(source)
                .target(busArn)
                .targetParameters(CfnPipe.PipeTargetParametersProperty.builder()
                        .inputTemplate(json(new TreeMap<>(detail)))
                        .eventBridgeEventBusParameters(CfnPipe.PipeTargetEventBridgeEventBusParametersProperty.builder()
                                .source(SOURCE)
                                .detailType(type)
                                .build())
                        .build());
    }

    private Role role(String id, List<PolicyStatement> reads) {
        List<PolicyStatement> statements = new ArrayList<>(reads);
        statements.add(allow("Announce", List.of("events:PutEvents"), busArn));
        return Role.Builder.create(this, id + "Role")
                .description("What the pipe " + id + " may do")
                .assumedBy(new ServicePrincipal("pipes.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "rights",
                        PolicyDocument.Builder.create().statements(statements).build()))
                .build();
    }

    private static PolicyStatement allow(String id, List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .sid(id)
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure("An event's pattern cannot be written as JSON.", "Report this defect.", e);
        }
    }
}
