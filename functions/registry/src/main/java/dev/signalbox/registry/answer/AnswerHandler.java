package dev.signalbox.registry.answer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.store.OpenQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Takes people's answers over HTTP; no stage of a run. Lambda has checked the caller's signature (IAM) before
/// anything comes here.
///
/// | call | answer |
/// |---|---|
/// | `GET /<id>` | 200 and the question |
/// | `POST /<id>` with `{"approved": true or false, "option"?, "reason"?, "actionDigest"?}` | 200: recorded with the
/// caller's identity |
///
/// 400 for a body that cannot be used, 403 for a caller who is not asked, 404 for a question that is not open,
/// 405 for another method, 409 for one that was answered meanwhile or about another action, 503 where a store
/// does not answer.
public final class AnswerHandler implements RequestStreamHandler {
    private final StageEnvironment environment;
    private final Answers answers;

    /// Over what the environment variables name.
    public AnswerHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public AnswerHandler(StageEnvironment environment) {
        this.environment = environment;
        this.answers = new Answers(environment);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = ContractJson.LENIENT.readTree(input);
        WebResponse response = answers.of(WebRequest.of(event), question -> answered(question, context));
        output.write(ContractJson.LENIENT.writeValueAsBytes(response.event()));
    }

    /// For the alarm of questions that stay open.
    private void answered(OpenQuestion question, @Nullable Context context) {
        String line =
                Measure.count("QuestionsAnswered").line(environment.clock(), question.pipeline(), question.runId());
        if (context != null && context.getLogger() != null) {
            // As bytes: Lambda would wrap a text in a line of its own.
            context.getLogger().log((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
