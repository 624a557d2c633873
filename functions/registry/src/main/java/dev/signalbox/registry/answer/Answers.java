package dev.signalbox.registry.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.store.OpenQuestion;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows questions and passes answers on.
final class Answers {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_REASON = 1_000;
    private static final String BODY =
            "Send {\"approved\": true} or {\"approved\": false}, with a \"reason\" if you like.";

    private final StageEnvironment environment;

    Answers(StageEnvironment environment) {
        this.environment = environment;
    }

    /// @param told of a question that was answered by this call
    WebResponse of(WebRequest request, Consumer<OpenQuestion> told) {
        try {
            if (request.caller().isEmpty()) {
                return WebResponse.refused(
                        FORBIDDEN, "Nobody signed this call.", "Sign it with your own AWS credentials.");
            }
            OpenQuestion question = request.id().isBlank()
                    ? null
                    : environment.taskTokens().find(request.id()).orElse(null);
            if (question == null) {
                return WebResponse.refused(
                        NOT_FOUND,
                        "Nothing waits for an answer here: it was given, its time is over, or it was never asked.",
                        "Take the address from the message as it stands.");
            }
            return switch (request.method()) {
                case "GET" -> new WebResponse(OK, ContractJson.LENIENT.valueToTree(question));
                case "POST" -> answered(request, question, told);
                default ->
                    WebResponse.refused(
                            METHOD_NOT_ALLOWED,
                            "The method is " + request.method() + "; expected GET or POST.",
                            "GET shows the question, POST answers it.");
            };
        } catch (DependencyUnavailable e) {
            return WebResponse.refused(UNAVAILABLE, "A store does not answer.", "Try again; nothing is lost.");
        }
    }

    private WebResponse answered(WebRequest request, OpenQuestion question, Consumer<OpenQuestion> told) {
        GivenAnswer given = read(request.body());
        if (given == null) {
            return WebResponse.refused(BAD_REQUEST, "The body is no answer.", BODY);
        }
        if (given.option() != null && !question.options().contains(given.option())) {
            return WebResponse.refused(
                    BAD_REQUEST,
                    "The option is none of those that were offered.",
                    "Choose one of: " + String.join(", ", question.options()) + ".");
        }
        if (given.actionDigest() != null && !given.actionDigest().equals(question.actionDigest())) {
            return WebResponse.refused(
                    CONFLICT,
                    "The run waits on another action than the one you were shown.",
                    "GET the question again.");
        }
        if (!mayAnswer(request.caller(), question.approvers())) {
            return WebResponse.refused(
                    FORBIDDEN,
                    request.caller() + " is not among those who are asked.",
                    "The pipeline's approval.approvers names them.");
        }
        WebResponse response = complete(request, question, given);
        if (response.status() == OK) {
            told.accept(question);
        }
        return response;
    }

    private WebResponse complete(WebRequest request, OpenQuestion question, GivenAnswer given) {
        HumanAnswer answer = new HumanAnswer(
                question.subject(),
                question.actionDigest(),
                given.approved(),
                given.option(),
                request.caller(),
                cut(given.reason()));
        try {
            environment.taskTokens().complete(request.id(), answer);
        } catch (InvalidInput e) {
            return WebResponse.refused(CONFLICT, "The question was answered meanwhile.", "Look at the run's report.");
        }
        environment.ledger().append(question.runId(), LedgerEvent.ApprovalAnswered.of(answer));
        ObjectNode recorded = ContractJson.LENIENT.createObjectNode();
        return new WebResponse(
                OK,
                recorded.put("runId", question.runId())
                        .put("approved", answer.approved())
                        .put("by", answer.by()));
    }

    /// An approver that is an ARN is that caller, or whoever has assumed that role; other names are for people to
    /// read, and IAM alone says who may call.
    private static boolean mayAnswer(String caller, List<String> approvers) {
        List<String> enforced =
                approvers.stream().filter(name -> name.startsWith("arn:")).toList();
        return enforced.isEmpty() || enforced.contains(caller) || enforced.contains(role(caller));
    }

    /// `arn:aws:sts::1:assumed-role/NAME/SESSION` has `arn:aws:iam::1:role/NAME`; the session's name is the
    /// caller's own choice and says nothing.
    private static String role(String caller) {
        String[] parts = caller.split("/", -1);
        return parts.length == 3 && parts[0].endsWith(":assumed-role")
                ? parts[0].replace(":sts:", ":iam:").replace(":assumed-role", ":role") + "/" + parts[1]
                : "";
    }

    private static @Nullable GivenAnswer read(String body) {
        try {
            GivenAnswer given = ContractJson.LENIENT.readValue(body, GivenAnswer.class);
            return given == null || given.approved() == null ? null : given;
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    private static @Nullable String cut(@Nullable String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
