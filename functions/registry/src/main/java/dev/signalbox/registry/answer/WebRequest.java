package dev.signalbox.registry.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A call of a Lambda function URL. Source: AWS documentation, "Invoking Lambda function URLs", payload format
/// 2.0.
///
/// @param method such as `GET`
/// @param id the path's only part: a question's id
/// @param caller the ARN of who signed the call; empty where nobody did
/// @param body as text
record WebRequest(String method, String id, String caller, String body) {
    static WebRequest of(JsonNode event) {
        JsonNode context = event.path("requestContext");
        String path = event.path("rawPath").asText();
        String body = event.path("body").asText();
        return new WebRequest(
                context.path("http").path("method").asText(),
                path.startsWith("/") ? path.substring(1) : path,
                context.path("authorizer").path("iam").path("userArn").asText(),
                event.path("isBase64Encoded").asBoolean() ? decoded(body) : body);
    }

    /// The text of what is no Base64 is empty, which no answer is either.
    private static String decoded(String body) {
        try {
            return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
