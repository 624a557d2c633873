package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ledger.LedgerEvent;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A promotion that a person must agree to, at the address that the message names. The emulator looks who the key
/// of a signature belongs to and what they may do; it does not verify the signature itself.
@ExtendWith(DeploymentExtension.class)
class ApprovalTest {
    private static final String KEY = "incoming/asked/penguins.csv";
    private static final Pattern ADDRESS = Pattern.compile("https://([^./ ]+)[^/ ]+/([A-Za-z0-9_-]+),");

    private final Deployment aws;
    private final Executions executions;

    ApprovalTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void waitsForTheAnswerAndGoesOnWithIt() {
        Person mia = Person.named("signalbox-mia", aws)
                .who(
                        "lambda:InvokeFunctionUrl",
                        "arn:aws:lambda:eu-central-1:000000000000:function:signalbox-dev-answer:live",
                        aws);
        Person eve = Person.named("signalbox-eve", aws);
        try (Mailbox people = new Mailbox(aws, "ApprovalsTopic")) {
            executions.upload(KEY, Tables.penguins(aws.root()).whole());
            String message = people.next();
            assertThat(message).contains("What: ").contains("the-data-team").contains(aws.output("AnswersUrl"));
            Matcher address = ADDRESS.matcher(message);
            assertThat(address.find()).as(message).isTrue();
            URI answers = aws.functionUrl(address.group(1), address.group(2));
            assertThat(aws.ledger().champion("asked")).isEmpty();

            HttpResponse<String> question = mia.call("GET", answers, "");
            HttpResponse<String> nobodys = Person.unsigned(answers);
            HttpResponse<String> eves = eve.call("POST", answers, "{\"approved\": true}");
            HttpResponse<String> answered =
                    mia.call("POST", answers, "{\"approved\": true, \"reason\": \"looked at the report\"}");
            HttpResponse<String> again = mia.call("POST", answers, "{\"approved\": false}");

            assertThat(question.statusCode()).as(question.body()).isEqualTo(200);
            assertThat(Executions.json(question.body()).path("question").asText())
                    .as(question.body())
                    .contains("Promote");
            assertThat(nobodys.statusCode()).isEqualTo(403);
            assertThat(eves.statusCode()).isEqualTo(403);
            assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
            assertThat(again.statusCode()).isEqualTo(404);
        }
        JsonNode ended = executions.output(KEY);
        String runId = ended.path("run").path("runId").asText();
        assertThat(ended.path("outcome").asText()).isEqualTo("promoted");
        assertThat(aws.ledger().champion("asked").orElseThrow().runId()).isEqualTo(runId);
        assertThat(aws.ledger().entries(runId))
                .extracting(entry -> entry.event())
                .anyMatch(event -> event instanceof LedgerEvent.ApprovalAnswered given
                        && given.approved()
                        && given.by().equals(mia.arn()));
    }
}
