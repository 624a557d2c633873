package dev.signalbox.agent.planner.llm;

import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.signalbox.contract.config.PlannerConfig;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;

/// Amazon Bedrock by its Converse API, with the credentials of the function's role, in the region of
/// `AWS_REGION`.
final class BedrockModel {
    private BedrockModel() {}

    static ChatModel open(PlannerConfig config, UnaryOperator<@Nullable String> variables) throws Unanswered {
        String region = variables.apply("AWS_REGION");
        if (region == null) {
            throw new Unanswered("The environment variable AWS_REGION, which says where Bedrock is, is not set.");
        }
        Duration timeout = Duration.ofSeconds(config.timeoutSeconds());
        BedrockRuntimeClientBuilder client = BedrockRuntimeClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(timeout))
                .overrideConfiguration(
                        settings -> settings.apiCallTimeout(timeout).retryStrategy(retries -> retries.maxAttempts(1)));
        if (config.endpoint() != null) {
            client.endpointOverride(URI.create(config.endpoint()));
        }
        return BedrockChatModel.builder()
                .client(client.build())
                .modelId(config.model())
                .maxRetries(0)
                .defaultRequestParameters(ChatRequestParameters.builder()
                        .temperature(config.temperature())
                        .maxOutputTokens(config.maxTokens())
                        .build())
                .build();
    }
}
