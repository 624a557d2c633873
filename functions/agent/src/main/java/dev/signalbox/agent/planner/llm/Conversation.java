package dev.signalbox.agent.planner.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Questions and answers at one junction.
final class Conversation {
    private static final int LONGEST_QUOTE = 4_000;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private final ChatModel model;
    private final PlannerConfig config;
    private final Meter meter;
    private final Clock clock;
    private final BudgetLeft budget;
    private final List<ChatMessage> messages = new ArrayList<>();
    private boolean schemaBeside;

    Conversation(ChatModel model, PlannerConfig config, Meter meter, Clock clock, RunView view) {
        this.model = model;
        this.config = config;
        this.meter = meter;
        this.clock = clock;
        this.budget = view.budget();
        this.schemaBeside = ChatModels.takesSchema(config);
        messages.add(UserMessage.from(Prompt.question(view)));
    }

    /// Says why the last answer will not do.
    void correct(List<Ruling> rulings) {
        messages.add(UserMessage.from(Prompt.correction(rulings)));
    }

    /// The model's next answer, whatever it is; empty where it said nothing.
    ///
    /// @throws Unanswered where there is none, or neither money nor tokens for it
    String answer() throws Unanswered {
        afford();
        ChatResponse response = called();
        meter.used(response.tokenUsage());
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            throw new Unanswered("The model refused to answer.");
        }
        if (response.finishReason() == FinishReason.LENGTH) {
            meter.fault("An answer was cut off at " + config.maxTokens() + " tokens.");
        }
        String text =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        messages.add(AiMessage.from(
                text.isBlank() ? "(nothing)" : text.substring(0, Math.min(LONGEST_QUOTE, text.length()))));
        return text;
    }

    private ChatResponse called() throws Unanswered {
        long started = clock.millis();
        try {
            return model.chat(request());
        } catch (RuntimeException e) {
            int status = CallFaults.statusOf(e);
            if (!schemaBeside || (status != BAD_REQUEST && status != UNPROCESSABLE)) {
                throw new Unanswered(CallFaults.of(e, config.timeoutSeconds()));
            }
        } finally {
            meter.called(clock.millis() - started);
        }
        meter.fault(
                "The server refused the JSON Schema beside the messages; it was asked again with it in the prompt.");
        schemaBeside = false;
        return called();
    }

    private ChatRequest request() {
        List<ChatMessage> all = new ArrayList<>();
        all.add(SystemMessage.from(Prompt.system(!schemaBeside)));
        all.addAll(messages);
        ChatRequest.Builder request = ChatRequest.builder().messages(all);
        if (schemaBeside) {
            request.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name("proposal")
                            .rootElement(JsonRawSchema.from(Prompt.schema()))
                            .build())
                    .build());
        }
        return request.build();
    }

    private void afford() throws Unanswered {
        int characters = Prompt.system(true).length()
                + messages.stream()
                        .mapToInt(message -> message.toString().length())
                        .sum();
        if (meter.spentUsd() + meter.atMostUsd(characters, config.maxTokens()) > budget.costUsd()) {
            throw new Unanswered("A call may cost more than the run has left.");
        }
        Long tokens = budget.tokens();
        if (tokens != null && meter.spentTokens() + Meter.atMostTokens(characters, config.maxTokens()) > tokens) {
            throw new Unanswered("A call may use more tokens than the run has left.");
        }
    }
}
