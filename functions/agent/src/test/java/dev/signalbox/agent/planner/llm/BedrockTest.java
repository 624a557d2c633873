package dev.signalbox.agent.planner.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.signalbox.agent.Views;
import dev.signalbox.agent.planner.RulesPlanner;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.config.PlannerKind;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.stage.DataVerdict;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Amazon Bedrock's Converse API on the wire.
class BedrockTest {
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void start() {
        CREDENTIALS.forEach(name -> System.setProperty(name, "test-4242"));
        server.start();
    }

    @AfterEach
    void stop() {
        CREDENTIALS.forEach(System::clearProperty);
        server.stop();
    }

    @Test
    void asksByConverseWithTheSchemaInThePrompt() throws Exception {
        answer(ModelServer.plain(200).withBody("""
                        {"output":{"message":{"role":"assistant","content":[{"text":
                        "{\\"type\\":\\"quarantine\\",\\"reason\\":\\"no\\"}"}]}},"stopReason":"end_turn",
                        "usage":{"inputTokens":1000000,"outputTokens":10,"totalTokens":1000010},"metrics":{"latencyMs":1}}
                        """));
        LlmPlanner planner = planner();

        Proposal proposal = planner.propose(Views.data(DataVerdict.UNUSABLE).view());

        assertThat(planner.account().orElseThrow().fallback()).isNull();
        assertThat(proposal.action().type()).isEqualTo("quarantine");
        assertThat(proposal.planner()).isEqualTo("llm");
        assertThat(planner.account().orElseThrow().costUsd()).isBetween(0.06, 0.0601);
        var request = server.getAllServeEvents().getFirst().getRequest();
        assertThat(request.getUrl()).isEqualTo("/model/eu.amazon.nova-lite-v1%3A0/converse");
        JsonNode body = ContractJson.LENIENT.readTree(request.getBodyAsString());
        assertThat(body.at("/system/0/text").asText()).contains("The JSON Schema of your answer:");
        assertThat(body.at("/inferenceConfig/maxTokens").asInt()).isEqualTo(1_024);
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException, too many requests",
        "500, InternalServerException, it is in trouble",
        "403, AccessDeniedException, may not use this model",
        "404, ResourceNotFoundException, no such model",
        "400, ValidationException, status 400"
    })
    void theRulesProposeWhereItFails(int status, String error, String why) throws Exception {
        answer(ModelServer.plain(status).withHeader("x-amzn-ErrorType", error).withBody("{\"message\":\"test-4242\"}"));
        LlmPlanner planner = planner();

        assertThat(planner.propose(Views.data(DataVerdict.UNUSABLE).view()).planner())
                .isEqualTo("rules");

        assertThat(planner.account().orElseThrow().calls()).isEqualTo(1);
        assertThat(planner.account().orElseThrow().fallback()).contains(why);
        assertThat(server.getAllServeEvents()).hasSize(1);
        assertThat(ContractJson.LENIENT.writeValueAsString(planner.account().orElseThrow()))
                .doesNotContain("4242");
    }

    private void answer(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private LlmPlanner planner() {
        PlannerConfig config = new PlannerConfig(
                PlannerKind.LLM,
                LlmProvider.BEDROCK,
                "eu.amazon.nova-lite-v1:0",
                "http://localhost:" + server.port(),
                null,
                10,
                0,
                null,
                null,
                null,
                null,
                null);
        return new LlmPlanner(
                config,
                new RulesPlanner(),
                Clock.systemUTC(),
                name -> name.equals("AWS_REGION") ? "eu-central-1" : null);
    }
}
