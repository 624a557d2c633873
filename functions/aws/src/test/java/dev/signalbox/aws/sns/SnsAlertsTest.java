package dev.signalbox.aws.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.testing.Fault;
import dev.signalbox.aws.testing.TestClients;
import dev.signalbox.aws.testing.Wire;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.Alerts;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;

class SnsAlertsTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:alerts";
    private static final Fault SENT = new Fault.Instead(
            200,
            Map.of("Content-Type", "text/xml"),
            "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>");

    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(null);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void publishesToTheTopic() {
        wire.next(SENT);

        alerts().send("Signalbox: cars failed in Ingest", "What: größer\nNext: look");

        assertThat(sent())
                .containsEntry("Action", "Publish")
                .containsEntry("TopicArn", TOPIC)
                .containsEntry("Subject", "Signalbox: cars failed in Ingest")
                .containsEntry("Message", "What: größer\nNext: look");
    }

    @ParameterizedTest
    @CsvSource({
        "'größe & café', 'große & cafe'",
        "'two\r\nlines\tand\u0000more', 'two lines and more'",
        "'  \u4f60\u597d pipeline ', '?? pipeline'",
        "'\u2028', 'Signalbox'",
        "'', 'Signalbox'"
    })
    void sendsASubjectThatSnsTakes(String given, String expected) {
        wire.next(SENT);

        alerts().send(given, "m");

        assertThat(sent()).containsEntry("Subject", expected.replace("ß", "?"));
    }

    @Test
    void cutsALongSubjectAndALongMessage() {
        wire.next(SENT);

        alerts().send("s".repeat(300), "ö".repeat(200_000));

        assertThat(sent().get("Subject")).isEqualTo("s".repeat(99));
        assertThat(sent().get("Message")).isEqualTo("ö".repeat(128 << 10));
    }

    @Test
    void saysSomethingThoughTheMessageIsEmpty() {
        wire.next(SENT);

        alerts().send("subject", " \n");

        assertThat(sent()).containsEntry("Message", "subject");
    }

    @Test
    void saysThatThereIsNoTopic() {
        wire.next(refusal(404, "NotFound"));

        assertThatThrownBy(() -> alerts().send("s", "m"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no SNS topic " + TOPIC)
                .hasMessageContaining("Hint:");
    }

    @Test
    void asksToTryLaterWhatIsThrottled() {
        Fault throttled = refusal(400, "Throttling");
        wire.next(throttled, throttled, throttled);

        assertThatThrownBy(() -> alerts().send("s", "m"))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("SNS answered 400 Throttling while publishing to " + TOPIC);
    }

    private Alerts alerts() {
        return new SnsAlerts(() -> TestClients.client(SnsClient.builder(), wire.uri()), TOPIC);
    }

    /// The form of the last call.
    private Map<String, String> sent() {
        return Arrays.stream(wire.calls().getLast().text().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static Fault refusal(int status, String code) {
        return new Fault.Instead(
                status,
                Map.of("Content-Type", "text/xml"),
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                        + "</Code><Message>said so</Message></Error><RequestId>request-1</RequestId></ErrorResponse>");
    }
}
