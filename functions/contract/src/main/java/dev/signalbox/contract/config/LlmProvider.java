package dev.signalbox.contract.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who serves a language model.
public enum LlmProvider {
    /// Any server that speaks OpenAI's chat API: OpenAI itself, llama.cpp, vLLM, and many more.
    OPENAI,
    /// Amazon Bedrock by its Converse API, with the rights of the function's role.
    BEDROCK;

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
