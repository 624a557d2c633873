package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLogTest {
    @TempDir
    Path folder;

    @Test
    void writesItsLineAsBytesWhichLambdaWrapsInNothing() throws IOException {
        RawLogger logger = new RawLogger();

        new CallLog(new TestEnvironment(folder).stage(), context(logger), StageName.TRAIN)
                .finished(null, new Usage(1_500, 0.25), false);

        JsonNode line = ContractJson.LENIENT.readTree(logger.lines.getFirst());
        JsonNode metrics = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(metrics.path("Dimensions")).hasToString("[[\"stage\",\"pipeline\",\"result\"],[\"pipeline\"]]");
        metrics.findValues("Name")
                .forEach(name -> assertThat(line.path(name.asText()).isNumber()).isTrue());
        assertThat(line.path("DurationMillis").asLong()).isEqualTo(1_500);
        assertThat(line.path("CostUsd").asDouble()).isEqualTo(0.25);
    }

    private static Context context(LambdaLogger logger) {
        return (Context) Proxy.newProxyInstance(
                CallLogTest.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getName().equals("getLogger") ? logger : null);
    }

    /// Lambda's logger puts a text into a line of JSON of its own, and leaves bytes alone.
    private static final class RawLogger implements LambdaLogger {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void log(String message) {
            lines.add("{\"message\":\"…\"}");
        }

        @Override
        public void log(byte[] message) {
            lines.add(new String(message, StandardCharsets.UTF_8));
        }
    }
}
