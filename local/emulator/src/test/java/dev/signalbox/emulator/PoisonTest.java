package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A file that is no table.
@ExtendWith(DeploymentExtension.class)
class PoisonTest {
    private static final String KEY = "incoming/birds/rubbish.csv";

    private final Deployment aws;
    private final Executions executions;

    PoisonTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void isSetAsideSomebodyIsToldAndTheObjectStays() {
        try (SqsClient sqs = aws.sqs();
                SnsClient sns = aws.sns();
                S3Client s3 = aws.s3()) {
            String queue =
                    sqs.createQueue(request -> request.queueName("people")).queueUrl();
            String arn = sqs.getQueueAttributes(
                            request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            sns.subscribe(request ->
                    request.topicArn(aws.output("AlertsTopic")).protocol("sqs").endpoint(arn));
            byte[] rubbish = new byte[4096];
            new Random(7).nextBytes(rubbish);

            executions.upload(KEY, rubbish);
            JsonNode ended = executions.output(KEY);

            assertThat(ended.path("outcome").asText()).isEqualTo("quarantined");
            assertThat(ended.path("reason").asText()).contains("rubbish.csv");
            List<Message> told = Awaitility.await("an alert")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> received(sqs, queue), messages -> !messages.isEmpty());
            assertThat(told.getFirst().body()).contains("birds").contains("rubbish.csv");
            assertThat(s3.getObjectAsBytes(get ->
                                    get.bucket(aws.output("IncomingBucket")).key(KEY))
                            .asByteArray())
                    .isEqualTo(rubbish);
        }
    }

    private static List<Message> received(SqsClient sqs, String queue) {
        return sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(1))
                .messages();
    }
}
