package dev.signalbox.agent.planner.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.config.PlannerKind;
import dev.signalbox.contract.config.TokenPrice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A server of a language model on the wire, that answers what a test says.
final class ModelServer implements AutoCloseable {
    static final String KEY = "sk-very-secret-4242";
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    ModelServer() {
        server.start();
    }

    /// How a pipeline names it.
    PlannerConfig config() {
        return new PlannerConfig(
                PlannerKind.LLM,
                LlmProvider.OPENAI,
                "tiny",
                "http://localhost:" + server.port() + "/v1",
                "MODEL_KEY",
                1,
                256,
                null,
                7L,
                new TokenPrice(1, 2),
                null,
                null);
    }

    /// Answers one request after the other; the last one again and again.
    void answers(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(post(urlEqualTo("/v1/chat/completions"))
                    .inScenario("talk")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willReturn(answers[i])
                    .willSetStateTo("answer " + Math.min(i + 1, answers.length - 1)));
        }
        if (answers.length == 1) {
            server.stubFor(post(urlEqualTo("/v1/chat/completions")).willReturn(answers[0]));
        }
    }

    /// The bodies of all requests so far.
    List<JsonNode> requests() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> json(event.getRequest().getBodyAsString()))
                .toList();
    }

    String header(String name) {
        return server.getAllServeEvents().getFirst().getRequest().getHeader(name);
    }

    static ResponseDefinitionBuilder says(String content) {
        return message("stop", content);
    }

    static ResponseDefinitionBuilder message(String finishReason, String content) {
        ObjectNode answer = ContractJson.LENIENT.createObjectNode();
        answer.put("id", "1").put("object", "chat.completion").put("model", "tiny");
        ObjectNode choice = answer.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finishReason);
        choice.putObject("message").put("role", "assistant").put("content", content);
        answer.putObject("usage")
                .put("prompt_tokens", 1_000)
                .put("completion_tokens", 100)
                .put("total_tokens", 1_100);
        return plain(200).withBody(answer.toString());
    }

    static ResponseDefinitionBuilder plain(int status) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json");
    }

    @Override
    public void close() {
        server.stop();
    }

    private static JsonNode json(String text) {
        try {
            return ContractJson.LENIENT.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
