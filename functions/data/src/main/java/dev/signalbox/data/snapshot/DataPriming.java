package dev.signalbox.data.snapshot;

import com.ibm.icu.text.CharsetDetector;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.contract.stage.IntakeRequest;
import dev.signalbox.contract.stage.IntakeResult;
import dev.signalbox.contract.stage.RepairRequest;
import dev.signalbox.contract.stage.RepairResult;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.ParquetWriter;
import dev.signalbox.runtime.duckdb.DuckSettings;
import dev.signalbox.runtime.snapshot.PrimedJson;
import dev.signalbox.runtime.snapshot.Priming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Loads DuckDB, writes and reads three rows of Parquet, guesses an encoding.
public final class DataPriming implements Priming {
    private static final int LEAST_MEMORY_MB = 64;

    @Override
    public void prime() {
        PrimedJson.readersAndWriters(
                RunManifest.class,
                IntakeRequest.class,
                IntakeResult.class,
                IngestResult.class,
                ValidateRequest.class,
                ValidateResult.class,
                RepairRequest.class,
                RepairResult.class);
        PrimedJson.throughBytes(new IngestRequest(PrimedJson.run(), SourceRef.unpinned("file:///priming"), null, null));
        new CharsetDetector().setText("naïve".getBytes(StandardCharsets.UTF_8)).detect();
        try {
            Path folder = Files.createTempDirectory("signalbox-priming");
            Path file = folder.resolve("rows.parquet");
            try (DuckSession duck = DuckSession.open(new DuckSettings(1, LEAST_MEMORY_MB, folder))) {
                ParquetWriter.write(duck, "SELECT i, i::VARCHAR AS t FROM range(3) AS rows(i)", file);
                duck.count("SELECT count(DISTINCT t) FROM read_parquet('" + file + "')");
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ResourceExhausted(
                    "The folder for temporary files cannot be written.", "Give the function temporary storage.", e);
        }
    }
}
