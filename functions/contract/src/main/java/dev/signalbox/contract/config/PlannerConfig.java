package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The planner of a pipeline. The members from `provider` to `price` say how a language model is asked; they
/// may stay while another kind proposes.
///
/// @param kind default `rules`
/// @param provider of the model; needed where `kind` or `shadow` is `llm`
/// @param model as its provider names it; needed where `kind` or `shadow` is `llm`
/// @param endpoint base URL of an OpenAI-compatible server, such as `http://localhost:8080/v1`; null: the
///     provider's own
/// @param key the name of the environment variable that holds the key, never the key itself; null: the
///     server wants none
/// @param timeoutSeconds of one call, 1 to 120; default 30
/// @param maxTokens of one answer, 64 to 8,192; default 1,024
/// @param temperature 0 to 2; default 0
/// @param seed of the model's sampling, 0 to 2,147,483,647, where the server takes one; null: none
/// @param price of its tokens; null: the price table's
/// @param shadow a second planner, whose proposals are recorded and never done; null: none
/// @param run whose recorded proposals a `replay` proposes; null for all other kinds
public record PlannerConfig(
        PlannerKind kind,
        @Nullable LlmProvider provider,
        @Nullable String model,
        @Nullable String endpoint,
        @Nullable String key,
        int timeoutSeconds,
        int maxTokens,
        @Nullable Double temperature,
        @Nullable Long seed,
        @Nullable TokenPrice price,
        @Nullable PlannerKind shadow,
        @Nullable String run) {
    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#@]+(/[^\\s?#@]*)?");
    private static final Pattern LOCAL = Pattern.compile("http://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");
    private static final Pattern KEY = Pattern.compile("[A-Z_][A-Z0-9_]{0,127}");

    public PlannerConfig {
        kind = kind == null ? PlannerKind.RULES : kind;
        timeoutSeconds =
                timeoutSeconds == 0 ? 30 : (int) Require.inRange(timeoutSeconds, 1, 120, "planner.timeoutSeconds");
        maxTokens = maxTokens == 0 ? 1_024 : (int) Require.inRange(maxTokens, 64, 8_192, "planner.maxTokens");
        temperature = temperature == null ? 0 : Require.inRange(temperature, 0, 2, "planner.temperature");
        seed = seed == null ? null : Require.inRange(seed, 0, Integer.MAX_VALUE, "planner.seed");
        Require.that(
                shadow == null || shadow != kind,
                "planner.shadow is '" + kind.id() + "', which is the planner itself; expected another kind");
        Require.that(endpoint == null || URL.matcher(endpoint).matches(), WRONG_ENDPOINT);
        // The value is not shown: it may be the very key.
        Require.that(key == null || KEY.matcher(key).matches(), WRONG_KEY);
        Require.that(
                key == null
                        || endpoint == null
                        || endpoint.startsWith("https:")
                        || LOCAL.matcher(endpoint).matches(),
                "planner.endpoint is not https: and not on this machine, and the key would be readable on its way;"
                        + " expected https:");
        boolean llm = kind == PlannerKind.LLM || shadow == PlannerKind.LLM;
        Require.that(
                !llm || provider != null,
                "planner.provider is missing; a planner of kind llm needs it: openai (any compatible server) or"
                        + " bedrock");
        Require.that(
                !llm || (model != null && !model.isBlank()),
                "planner.model is missing; a planner of kind llm needs the model's name as its provider writes it");
        boolean replay = kind == PlannerKind.REPLAY || shadow == PlannerKind.REPLAY;
        Require.that(
                replay == (run != null && !run.isBlank()),
                "planner.run goes with the kind replay and only with it; expected the id of a recorded run");
    }

    private static final String WRONG_ENDPOINT =
            "planner.endpoint is not a URL that can be used; expected http(s)://host/path without a user, a password"
                    + " or a query";
    private static final String WRONG_KEY =
            "planner.key is not the name of an environment variable, such as OPENAI_API_KEY; never write the key itself"
                    + " into a file";

    /// Everything by default.
    public static PlannerConfig defaults() {
        return new PlannerConfig(PlannerKind.RULES, null, null, null, null, 0, 0, null, null, null, null, null);
    }
}
