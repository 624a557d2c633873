package dev.signalbox.aws.testing;

import java.util.Map;

/// What happens to a call on its way.
public sealed interface Fault {
    /// Nothing.
    record None() implements Fault {}

    /// The service never sees the call; the connection is closed.
    record Refused() implements Fault {}

    /// The service does its work; the connection is closed before the answer.
    record AnswerLost() implements Fault {}

    /// The answer announces all of its body, of which this many bytes come.
    record Truncated(int bytes) implements Fault {}

    /// One byte of the answer's body is another.
    record AnswerDamaged() implements Fault {}

    /// One byte of the request's body is another.
    record RequestDamaged() implements Fault {}

    /// No answer, until the wire is closed.
    record Silence() implements Fault {}

    /// The answer's head and this many bytes of its body, then silence.
    record Stuck(int bytes) implements Fault {}

    /// Another answer; the service never sees the call.
    record Instead(int status, Map<String, String> headers, String body) implements Fault {}

    /// As S3 refuses.
    static Fault s3(int status, String code) {
        return new Instead(
                status,
                Map.of("Content-Type", "application/xml", "x-amz-request-id", "request-1"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                        + "</Code><Message>said so</Message></Error>");
    }

    /// As services that speak JSON refuse.
    static Fault json(int status, String type) {
        return new Instead(
                status,
                Map.of("Content-Type", "application/x-amz-json-1.0", "x-amzn-RequestId", "request-1"),
                "{\"__type\":\"com.amazonaws#" + type + "\",\"message\":\"said so\"}");
    }

    /// As services that speak JSON answer.
    static Fault ok(String json) {
        return new Instead(200, Map.of("Content-Type", "application/x-amz-json-1.0"), json);
    }
}
