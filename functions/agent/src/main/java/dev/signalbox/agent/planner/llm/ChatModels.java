package dev.signalbox.agent.planner.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.PlannerConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Opens the model that a pipeline names. Nothing is sent before the first question, nothing is logged, and
/// nothing is tried twice: a junction has no time to wait, and the rules are at hand.
final class ChatModels {
    private static final String OPENAI = "https://api.openai.com/v1";

    private ChatModels() {}

    /// @param config with provider and model
    /// @param variables the environment's, by name; null for one that is not set
    /// @throws Unanswered where the key is not in the environment
    static ChatModel open(PlannerConfig config, UnaryOperator<@Nullable String> variables) throws Unanswered {
        return switch (Objects.requireNonNull(config.provider())) {
            case OPENAI -> openAi(config, key(config, variables));
            case BEDROCK -> BedrockModel.open(config, variables);
        };
    }

    /// Whether the provider takes the schema beside the messages; some servers of it may not.
    static boolean takesSchema(PlannerConfig config) {
        return config.provider() == LlmProvider.OPENAI;
    }

    private static ChatModel openAi(PlannerConfig config, @Nullable String key) {
        Duration timeout = Duration.ofSeconds(config.timeoutSeconds());
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(new BoundedHttp.Builder(timeout))
                .baseUrl(config.endpoint() == null ? OPENAI : config.endpoint())
                .modelName(Objects.requireNonNull(config.model()))
                .temperature(config.temperature())
                .timeout(timeout)
                .strictJsonSchema(false)
                .maxRetries(0);
        if (key != null) {
            builder.apiKey(key);
        }
        if (config.seed() != null) {
            builder.seed(Math.toIntExact(config.seed()));
        }
        // OpenAI's newer models refuse the old name; other servers may not know the new one.
        return (config.endpoint() == null
                        ? builder.maxCompletionTokens(config.maxTokens())
                        : builder.maxTokens(config.maxTokens()))
                .build();
    }

    private static @Nullable String key(PlannerConfig config, UnaryOperator<@Nullable String> variables)
            throws Unanswered {
        if (config.key() == null) {
            return null;
        }
        String key = variables.apply(config.key());
        if (key == null || key.isBlank()) {
            throw new Unanswered("The environment variable " + config.key() + ", which planner.key names, is not set.");
        }
        return key.strip();
    }
}
