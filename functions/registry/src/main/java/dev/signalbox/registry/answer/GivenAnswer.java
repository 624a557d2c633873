package dev.signalbox.registry.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// What a person sends.
///
/// @param approved yes or no; for a question with options: answered or declined
/// @param option the chosen one, where there are options
/// @param reason in their words: untrusted
/// @param actionDigest of the action that they were shown, if they say; another one is refused
record GivenAnswer(
        @JsonProperty(required = true) Boolean approved,
        @Nullable String option,
        @Nullable String reason,
        @Nullable String actionDigest) {}
