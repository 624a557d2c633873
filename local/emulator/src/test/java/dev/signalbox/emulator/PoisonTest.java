package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;

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
        byte[] rubbish = new byte[4096];
        new Random(7).nextBytes(rubbish);
        try (Mailbox people = new Mailbox(aws, "AlertsTopic");
                S3Client s3 = aws.s3()) {
            executions.upload(KEY, rubbish);
            JsonNode ended = executions.output(KEY);

            assertThat(ended.path("outcome").asText()).isEqualTo("quarantined");
            assertThat(ended.path("reason").asText()).contains("rubbish.csv");
            assertThat(people.next()).contains("rubbish.csv").contains("Next: ");
            assertThat(s3.getObjectAsBytes(get ->
                                    get.bucket(aws.output("IncomingBucket")).key(KEY))
                            .asByteArray())
                    .isEqualTo(rubbish);
        }
    }
}
