package dev.signalbox.runtime.snapshot;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.contract.stage.RunRef;
import java.io.IOException;

/// Makes JSON's readers and writers ahead, which costs more than all of a call's JSON together.
public final class PrimedJson {
    private static final String NAME = "priming";

    private PrimedJson() {}

    /// A reference that leads nowhere.
    public static ArtifactRef artifact() {
        return new ArtifactRef("file:///" + NAME, "0".repeat(64), 0, "application/json");
    }

    /// A run that never was.
    public static RunRef run() {
        return new RunRef(NAME, NAME, artifact());
    }

    /// Makes what reads and what writes each type, with all that it holds.
    public static void readersAndWriters(Class<?>... types) {
        for (Class<?> type : types) {
            ContractJson.LENIENT.readerFor(type);
            ContractJson.LENIENT.writerFor(type);
        }
    }

    /// Encodes and decodes a value and a configuration such as every run has.
    public static void throughBytes(Object value) {
        for (Object each : new Object[] {value, PipelineConfig.of(NAME, NAME)}) {
            try {
                ContractJson.LENIENT.readValue(ContractJson.LENIENT.writeValueAsBytes(each), each.getClass());
            } catch (IOException e) {
                throw new UnexpectedFailure(
                        each.getClass().getName() + " does not survive JSON: " + e.getMessage(),
                        "Please report this defect.",
                        e);
            }
        }
    }
}
