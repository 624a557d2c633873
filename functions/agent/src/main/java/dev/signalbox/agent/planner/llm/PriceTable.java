package dev.signalbox.agent.planner.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.TokenPrice;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// What models charge, as of a day.
///
/// @param asOf the day, such as `2025-06-01`
/// @param prices by provider, then by a part of the model's name
record PriceTable(String asOf, Map<LlmProvider, Map<String, TokenPrice>> prices) {
    /// The table in the archive.
    static PriceTable standard() {
        try {
            return new YAMLMapper().readValue(Prompt.resource("prices.yaml"), PriceTable.class);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure("The table of prices cannot be read.", "Build the archive again.", e);
        }
    }

    /// The price under the longest name that the model's contains.
    Optional<TokenPrice> of(LlmProvider provider, String model) {
        return prices.getOrDefault(provider, Map.of()).entrySet().stream()
                .filter(entry -> model.contains(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }
}
