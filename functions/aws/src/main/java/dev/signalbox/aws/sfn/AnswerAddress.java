package dev.signalbox.aws.sfn;

import dev.signalbox.runtime.store.OpenQuestion;

/// Where people answer.
///
/// @param url of the function that takes answers, without a slash at the end; empty where none is deployed
public record AnswerAddress(String url) {
    /// Nobody was told of an address.
    public static final AnswerAddress UNKNOWN = new AnswerAddress("");

    public AnswerAddress {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /// What people do.
    String toAnswer(OpenQuestion question) {
        if (url.isEmpty()) {
            return "complete the question " + question.id() + " of run " + question.runId()
                    + "; this deployment has no address for answers";
        }
        return "send {\"approved\": true} or {\"approved\": false}, with a \"reason\" if you like, by POST to " + url
                + "/"
                + question.id() + ", signed for the service lambda with your own AWS credentials. GET there shows the"
                + " question again. Works once";
    }
}
