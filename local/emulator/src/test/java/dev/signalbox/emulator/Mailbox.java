package dev.signalbox.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Hears what a topic tells people.
final class Mailbox implements AutoCloseable {
    private final SqsClient sqs;
    private final String queue;

    /// @param topic an output of the stack
    Mailbox(Deployment aws, String topic) {
        this.sqs = aws.sqs();
        this.queue = sqs.createQueue(request -> request.queueName("people-of-" + topic))
                .queueUrl();
        String arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        String policy = """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                 "Action": "sqs:SendMessage", "Resource": "%s"}]}""".formatted(arn);
        sqs.setQueueAttributes(
                request -> request.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, policy)));
        try (SnsClient sns = aws.sns()) {
            sns.subscribe(request ->
                    request.topicArn(aws.output(topic)).protocol("sqs").endpoint(arn));
        }
    }

    /// Waits for a message and answers the text that a person reads.
    String next() {
        List<Message> messages = Awaitility.await("a message")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> sqs.receiveMessage(
                                        request -> request.queueUrl(queue).waitTimeSeconds(1))
                                .messages(),
                        found -> !found.isEmpty());
        sqs.deleteMessage(request ->
                request.queueUrl(queue).receiptHandle(messages.getFirst().receiptHandle()));
        return Executions.json(messages.getFirst().body()).path("Message").asText();
    }

    @Override
    public void close() {
        sqs.close();
    }
}
