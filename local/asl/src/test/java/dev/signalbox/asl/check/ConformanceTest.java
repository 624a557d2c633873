package dev.signalbox.asl.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each folder under `conformance` is a rule of the AWS documentation, or an answer that AWS gives, as a
/// case of `asl check`; the `Comment` of its definition names the source. What its `expected.json` names must
/// come out, `causeContains` in the cause; what it leaves open is not compared.
class ConformanceTest {
    private static final int AT_LEAST = 380;
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> behavesAsAwsDoes() throws IOException {
        return cases().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    @Test
    void noCaseIsLost() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    private static void check(Path folder) throws IOException {
        JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
        JsonNode line = JSON.readTree(CheckSuite.runCase(folder).toJson().toString());
        for (JsonNode words : expected.path("causeContains")) {
            assertThat(line.path("cause").asText()).contains(words.asText());
        }
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            if (member.getKey().equals("causeContains")) {
                continue;
            }
            assertThat(line.get(member.getKey()))
                    .as(() -> member.getKey() + " of " + line)
                    .isEqualTo(member.getValue());
        }
    }

    private static List<Path> cases() throws IOException {
        try {
            return CheckSuite.cases(Path.of(Objects.requireNonNull(ConformanceTest.class.getResource("/conformance"))
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
