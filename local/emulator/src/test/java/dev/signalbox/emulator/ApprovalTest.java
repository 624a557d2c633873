package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.ledger.LedgerEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// A promotion that a person must agree to. The function behind the address is called as the address calls it,
/// with the caller that IAM has found out: what IAM lets through is not shown here.
@ExtendWith(DeploymentExtension.class)
class ApprovalTest {
    private static final String KEY = "incoming/asked/penguins.csv";
    private static final String MIA = "arn:aws:iam::000000000000:user/mia";
    private static final Pattern ADDRESS = Pattern.compile("https://[^/ ]+/([A-Za-z0-9_-]+),");

    private final Deployment aws;
    private final Executions executions;

    ApprovalTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void waitsForTheAnswerAndGoesOnWithIt() {
        try (Mailbox people = new Mailbox(aws, "ApprovalsTopic")) {
            executions.upload(KEY, Tables.penguins(aws.root()).whole());
            String message = people.next();
            assertThat(message).contains("What: ").contains("the-data-team").contains(aws.output("AnswersUrl"));
            Matcher address = ADDRESS.matcher(message);
            assertThat(address.find()).as(message).isTrue();
            String id = address.group(1);
            assertThat(aws.ledger().champion("asked")).isEmpty();

            JsonNode question = call("GET", id, "");
            JsonNode answered = call("POST", id, "{\"approved\": true, \"reason\": \"looked at the report\"}");
            JsonNode again = call("POST", id, "{\"approved\": false}");

            assertThat(question.path("statusCode").asInt()).isEqualTo(200);
            assertThat(answered.path("statusCode").asInt())
                    .as(answered.toString())
                    .isEqualTo(200);
            assertThat(again.path("statusCode").asInt()).isEqualTo(404);
        }
        JsonNode ended = executions.output(KEY);
        String runId = ended.path("run").path("runId").asText();
        assertThat(ended.path("outcome").asText()).isEqualTo("promoted");
        assertThat(aws.ledger().champion("asked").orElseThrow().runId()).isEqualTo(runId);
        assertThat(aws.ledger().entries(runId))
                .extracting(entry -> entry.event())
                .anyMatch(event -> event instanceof LedgerEvent.ApprovalAnswered given
                        && given.approved()
                        && given.by().equals(MIA));
    }

    private JsonNode call(String method, String id, String body) {
        ObjectNode event = ContractJson.LENIENT.createObjectNode();
        event.put("version", "2.0").put("rawPath", "/" + id).put("body", body);
        ObjectNode context = event.putObject("requestContext");
        context.putObject("http").put("method", method);
        context.putObject("authorizer").putObject("iam").put("userArn", MIA);
        try (LambdaClient lambda = aws.lambda()) {
            return Executions.json(lambda.invoke(request -> request.functionName("signalbox-dev-answer")
                            .qualifier("live")
                            .payload(SdkBytes.fromUtf8String(event.toString())))
                    .payload()
                    .asUtf8String());
        }
    }
}
