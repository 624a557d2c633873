package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RejectRequest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.testing.Lambda;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a handler measures, and when it is asked.
class MeasuresTest {
    @TempDir
    Path folder;

    @Test
    void aNewAnswersNumbersAreWrittenOnAwsAndNotAgainFromTheCache() throws IOException {
        assertThat(lines(512, () -> List.of(Measure.value("LargestPsi", 0.5)), 2))
                .filteredOn(line -> line.contains("LargestPsi"))
                .hasSize(1);
    }

    @Test
    void onALaptopNobodyIsAsked() throws IOException {
        assertThat(lines(
                        0,
                        () -> {
                            throw new AssertionError("asked");
                        },
                        1))
                .hasSize(1);
    }

    @Test
    void aNumberThatCannotBeHadFailsNothing() throws IOException {
        assertThat(lines(
                        512,
                        () -> {
                            throw new InvalidInput("gone", "none");
                        },
                        1))
                .hasSize(1);
    }

    private List<String> lines(int memoryMb, Supplier<List<Measure>> measures, int calls) throws IOException {
        TestEnvironment test = new TestEnvironment(folder);
        RunRef run = test.run(PipelineConfig.of("p", "y"), Files.writeString(folder.resolve("d.csv"), "y\n1\n"));
        StageEnvironment laptop = test.stage();
        StageEnvironment environment = new StageEnvironment(
                laptop.artifacts(),
                laptop.ledger(),
                laptop.pipelines(),
                laptop.taskTokens(),
                laptop.alerts(),
                laptop.clock(),
                laptop.log(),
                laptop.codeVersion(),
                laptop.scratch(),
                memoryMb);
        byte[] request = ContractJson.LENIENT.writeValueAsBytes(ContractJson.LENIENT
                .createObjectNode()
                .put("reason", "why")
                .set("run", ContractJson.LENIENT.valueToTree(run)));
        List<String> lines = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            new Measuring(environment, measures)
                    .handleRequest(
                            new ByteArrayInputStream(request), new ByteArrayOutputStream(), Lambda.logging(lines));
        }
        return lines;
    }

    private static final class Measuring extends StageHandler<RejectRequest, EndResult> {
        private final Supplier<List<Measure>> measures;

        Measuring(StageEnvironment environment, Supplier<List<Measure>> measures) {
            super(StageName.REJECT, RejectRequest.class, EndResult.class, environment);
            this.measures = measures;
        }

        @Override
        protected EndResult run(RejectRequest request) {
            return new EndResult(Outcome.REJECTED, "done");
        }

        @Override
        protected Object identity(RejectRequest request) {
            return "same";
        }

        @Override
        protected List<Measure> measures(RejectRequest request, EndResult result) {
            return measures.get();
        }
    }
}
