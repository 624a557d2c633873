package dev.signalbox.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.config.PlannerKind;
import dev.signalbox.contract.config.TokenPrice;
import dev.signalbox.contract.failure.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `planner` in `pipeline.yaml`.
class PlannerYamlTest {
    @Test
    void readsALanguageModelInTheShadowOfTheRules() {
        PlannerConfig planner = planner("{kind: rules, shadow: llm, provider: openai, model: tiny,"
                + " endpoint: 'http://localhost:8080/v1', key: MY_KEY, timeoutSeconds: 5, maxTokens: 256, temperature: 0.5,"
                + " seed: 7, price: {inputUsdPerMillion: 0.5, outputUsdPerMillion: 1.5}}");

        assertThat(planner)
                .isEqualTo(new PlannerConfig(
                        PlannerKind.RULES,
                        LlmProvider.OPENAI,
                        "tiny",
                        "http://localhost:8080/v1",
                        "MY_KEY",
                        5,
                        256,
                        0.5,
                        7L,
                        new TokenPrice(0.5, 1.5),
                        PlannerKind.LLM,
                        null));
        assertThat(planner.price().costUsd(1_000_000, 2_000_000)).isEqualTo(3.5);
    }

    @Test
    void isRulesWithBoundsWhenNothingIsSaid() {
        PlannerConfig planner = planner("{}");

        assertThat(planner).isEqualTo(PlannerConfig.defaults());
        assertThat(planner.timeoutSeconds()).isEqualTo(30);
        assertThat(planner.maxTokens()).isEqualTo(1_024);
        assertThat(planner.temperature()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: llm, model: m}                                       | planner.provider is missing
            {kind: llm, provider: openai}                               | planner.model is missing
            {shadow: llm, provider: bedrock}                            | planner.model is missing
            {kind: rules, shadow: rules}                                | expected another kind
            {kind: replay}                                              | planner.run goes with the kind replay
            {run: r1}                                                   | planner.run goes with the kind replay
            {timeoutSeconds: 121}                                       | planner.timeoutSeconds is 121; expected a whole number from 1 to 120
            {maxTokens: 63}                                             | planner.maxTokens is 63
            {temperature: 3}                                            | planner.temperature is 3.0
            {endpoint: 'file:///etc/passwd'}                            | expected http(s)://host/path
            {endpoint: 'https://mia:pw@models.example/v1'}              | without a user, a password
            {endpoint: 'http://models.example/v1', key: K}              | expected https:
            {price: {inputUsdPerMillion: -1, outputUsdPerMillion: 0}}   | price.inputUsdPerMillion is -1.0
            {modle: m}                                                  | Did you mean model?
            {kind: lmm}                                                 | lmm
            """)
    void saysWhatIsWrong(String yaml, String message) {
        assertThatThrownBy(() -> planner(yaml)).isInstanceOf(InvalidInput.class).hasMessageContaining(message);
    }

    @Test
    void neverShowsAKeyThatStandsWhereItsNameBelongs() {
        assertThatThrownBy(() -> planner("{key: sk-4242424242}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("never write the key itself into a file")
                .hasMessageNotContaining("4242");
    }

    private static PlannerConfig planner(String yaml) {
        return PipelineYaml.parse("name: p\ntarget: y\nplanner: " + yaml + "\n", "pipeline.yaml")
                .planner();
    }
}
