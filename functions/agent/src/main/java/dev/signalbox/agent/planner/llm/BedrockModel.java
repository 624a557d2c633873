package dev.signalbox.agent.planner.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.signalbox.contract.config.PlannerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/// Amazon Bedrock by its Converse API, with the credentials of the function's role, in the region of
/// `AWS_REGION`. LangChain4j's own model of Bedrock calls a later SDK than the one that every adapter here
/// shares.
///
/// @param client of the SDK
/// @param config with the model's id and the bounds of an answer
record BedrockModel(BedrockRuntimeClient client, PlannerConfig config) implements ChatModel {
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
        return new BedrockModel(client.build(), config);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        try {
            return response(client.converse(converse -> converse.modelId(config.model())
                    .system(system(request.messages()))
                    .messages(talk(request.messages()))
                    .inferenceConfig(bounds -> bounds.maxTokens(config.maxTokens())
                            .temperature(
                                    config.temperature() == null
                                            ? 0f
                                            : config.temperature().floatValue()))));
        } catch (AwsServiceException e) {
            throw new HttpException(e.statusCode(), "status " + e.statusCode());
        } catch (ApiCallTimeoutException e) {
            throw new TimeoutException(e);
        } catch (SdkClientException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static List<SystemContentBlock> system(List<ChatMessage> messages) {
        return messages.stream()
                .filter(SystemMessage.class::isInstance)
                .map(message -> SystemContentBlock.fromText(((SystemMessage) message).text()))
                .toList();
    }

    private static List<Message> talk(List<ChatMessage> messages) {
        return messages.stream()
                .filter(message -> !(message instanceof SystemMessage))
                .map(message -> message instanceof AiMessage answer
                        ? said(ConversationRole.ASSISTANT, String.valueOf(answer.text()))
                        : said(ConversationRole.USER, ((UserMessage) message).singleText()))
                .toList();
    }

    private static Message said(ConversationRole role, String text) {
        return Message.builder().role(role).content(ContentBlock.fromText(text)).build();
    }

    private static ChatResponse response(ConverseResponse answer) {
        String text = answer.output().message().content().stream()
                .map(ContentBlock::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        return ChatResponse.builder()
                .aiMessage(AiMessage.builder().text(text).build())
                .tokenUsage(new TokenUsage(
                        answer.usage().inputTokens(), answer.usage().outputTokens()))
                .finishReason(finish(answer.stopReasonAsString()))
                .build();
    }

    private static FinishReason finish(String stopReason) {
        return switch (stopReason) {
            case "content_filtered", "guardrail_intervened" -> FinishReason.CONTENT_FILTER;
            case "max_tokens" -> FinishReason.LENGTH;
            default -> FinishReason.STOP;
        };
    }
}
