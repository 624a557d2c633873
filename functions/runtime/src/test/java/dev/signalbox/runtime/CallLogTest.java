package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.testing.Lambda;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
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
        List<String> lines = new ArrayList<>();

        new CallLog(new TestEnvironment(folder).stage(), Lambda.logging(lines), StageName.TRAIN)
                .finished(null, new Usage(1_500, 0.25), false);

        JsonNode line = ContractJson.LENIENT.readTree(lines.getFirst());
        JsonNode metrics = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(metrics.path("Dimensions")).hasToString("[[\"stage\",\"pipeline\",\"result\"],[\"pipeline\"]]");
        metrics.findValues("Name")
                .forEach(name -> assertThat(line.path(name.asText()).isNumber()).isTrue());
        assertThat(line.path("DurationMillis").asLong()).isEqualTo(1_500);
        assertThat(line.path("CostUsd").asDouble()).isEqualTo(0.25);
    }

    @Test
    void aMeasureIsAMetricOfThePipelineAndItsOneWord() throws IOException {
        List<String> lines = new ArrayList<>();
        TestEnvironment environment = new TestEnvironment(folder);
        RunRef run = environment.run(PipelineConfig.of("birds", "y"), Files.createFile(folder.resolve("source")));

        new CallLog(environment.stage(), Lambda.logging(lines), StageName.DECIDE)
                .measured(
                        run,
                        List.of(Measure.count("Decisions", "action", "promote"), Measure.value("LargestPsi", 0.25)));

        JsonNode counted = ContractJson.LENIENT.readTree(lines.getFirst());
        JsonNode valued = ContractJson.LENIENT.readTree(lines.getLast());
        assertThat(counted.at("/_aws/CloudWatchMetrics/0/Dimensions")).hasToString("[[\"pipeline\",\"action\"]]");
        assertThat(counted.path("action").asText()).isEqualTo("promote");
        assertThat(counted.path("Decisions").asDouble()).isEqualTo(1);
        assertThat(counted.path("pipeline").asText()).isEqualTo("birds");
        assertThat(valued.at("/_aws/CloudWatchMetrics/0/Dimensions")).hasToString("[[\"pipeline\"]]");
        assertThat(valued.path("LargestPsi").asDouble()).isEqualTo(0.25);
    }
}
