package dev.signalbox.aws.sns;

import dev.signalbox.aws.client.AwsFailures;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.Alerts;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/// Alerts to whoever subscribes to a topic of SNS. The role needs `sns:Publish`.
public final class SnsAlerts implements Alerts {
    /// A subject must stay below 100 characters of ASCII, without control characters. Source: "Publish" in the
    /// Amazon SNS API reference.
    private static final int MOST_SUBJECT = 99;

    /// A message may have 256 KiB.
    private static final int MOST_MESSAGE_BYTES = 256 << 10;

    private static final String NAMELESS = "Signalbox";

    private final Supplier<SnsClient> sns;
    private final String topicArn;

    /// @param sns asked for when it is first needed, which in most calls it never is; left open
    /// @param topicArn such as `arn:aws:sns:eu-central-1:111122223333:alerts`
    public SnsAlerts(Supplier<SnsClient> sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public void send(String subject, String message) {
        String title = subject(subject);
        AwsFailures.guarded("SNS", "publishing to " + topicArn, () -> {
            try {
                return sns.get()
                        .publish(request -> request.topicArn(topicArn)
                                .subject(title)
                                .message(message.isBlank() ? title : cut(message)));
            } catch (NotFoundException e) {
                throw new InvalidInput(
                        "There is no SNS topic " + topicArn + ".",
                        "Check SIGNALBOX_ALERTS and the region; the deployment makes the topic.",
                        e);
            }
        });
    }

    /// What SNS takes of a subject: letters without their accents, a question mark for what ASCII lacks, a
    /// space for whatever would end the line.
    private static String subject(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ")
                .replaceAll("[^\\x20-\\x7e]", "?")
                .strip();
        String some = ascii.isEmpty() ? NAMELESS : ascii;
        return some.substring(0, Math.min(MOST_SUBJECT, some.length())).stripTrailing();
    }

    /// The beginning of a text that is too long, no character cut in two.
    private static String cut(String message) {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_MESSAGE_BYTES);
        CharBuffer rest = CharBuffer.wrap(message);
        StandardCharsets.UTF_8.newEncoder().encode(rest, bytes, true);
        return message.substring(0, rest.position());
    }
}
