package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateEventsTest {
    private static final int LARGEST_ANSWER_BYTES = 32 * 1_024;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"usable", "leakage", "holdout"})
    void answersTheSharedEvents(String name) throws IOException {
        SharedEvents events = new SharedEvents("validate");
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new ValidateHandler(new TestEnvironment(folder).stage())
                .handleRequest(new ByteArrayInputStream(events.request(name)), answer, null);

        JsonNode found = SharedEvents.withoutUsage(answer.toByteArray());
        events.expected(name)
                .properties()
                .forEach(member -> assertThat(found.get(member.getKey()))
                        .as(member.getKey())
                        .isEqualTo(member.getValue()));
        assertThat(answer.size()).isLessThan(LARGEST_ANSWER_BYTES);
    }
}
