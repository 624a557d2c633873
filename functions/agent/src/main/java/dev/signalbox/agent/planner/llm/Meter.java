package dev.signalbox.agent.planner.llm;

import dev.langchain4j.model.output.TokenUsage;
import dev.signalbox.contract.config.PlannerKind;
import dev.signalbox.contract.config.TokenPrice;
import dev.signalbox.contract.decision.PlannerAccount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what one junction's calls use.
final class Meter {
    private static final int CHARACTERS_PER_TOKEN = 3;
    private final String model;
    private final TokenPrice price;
    private final List<String> faults = new ArrayList<>();
    private int calls;
    private long tokensIn;
    private long tokensOut;
    private long latencyMillis;
    private int corrections;
    private @Nullable String fallback;

    Meter(String model, TokenPrice price) {
        this.model = model;
        this.price = price;
    }

    void called(long millis) {
        calls++;
        latencyMillis += Math.max(0, millis);
    }

    void used(@Nullable TokenUsage usage) {
        if (usage != null) {
            tokensIn += count(usage.inputTokenCount());
            tokensOut += count(usage.outputTokenCount());
        }
    }

    void corrected() {
        corrections++;
    }

    int corrections() {
        return corrections;
    }

    void fault(String sentence) {
        faults.add(sentence);
    }

    void fellBack(String why) {
        fallback = why;
    }

    boolean hasFallenBack() {
        return fallback != null;
    }

    /// What a call costs at most, on a cautious count of tokens.
    double atMostUsd(int characters, int maxTokens) {
        return price.costUsd(characters / CHARACTERS_PER_TOKEN + 1, maxTokens);
    }

    /// What a call reads and writes at most, on a cautious count.
    static long atMostTokens(int characters, int maxTokens) {
        return (long) characters / CHARACTERS_PER_TOKEN + 1 + maxTokens;
    }

    long spentTokens() {
        return tokensIn + tokensOut;
    }

    double spentUsd() {
        return price.costUsd(tokensIn, tokensOut);
    }

    PlannerAccount account() {
        return new PlannerAccount(
                PlannerKind.LLM,
                model,
                Prompt.VERSION,
                calls,
                tokensIn,
                tokensOut,
                spentUsd(),
                latencyMillis,
                corrections,
                faults,
                fallback);
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
