package dev.signalbox.data.repair;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.stage.RepairEffect;
import dev.signalbox.contract.stage.RepairRequest;
import dev.signalbox.contract.stage.RepairResult;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.ParquetWriter;
import dev.signalbox.data.duckdb.WorkFolder;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes a dataset by repairs of the sealed set.
public final class RepairStage {
    private final StageEnvironment environment;
    private final Documents documents;

    /// @param environment everything from outside
    public RepairStage(StageEnvironment environment) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
    }

    /// Carries the repairs out in order and counts what each did. What they did to columns, in this round and
    /// in those before it, goes with the dataset as its reading, so that rows to be scored are repaired
    /// alike; what they did to rows does not. Idempotent; rows keep their order, and the dataset that was
    /// given stays as it is.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] for a column that is not there (with the nearest
    /// name) or that the repair cannot be used on, and [DataQuality] where no row is left.
    ///
    /// @param folder of this stage's artifacts
    public RepairResult run(RepairRequest request, String folder) {
        try (WorkFolder work = WorkFolder.in(environment.scratch());
                DuckSession duck = DuckSession.open(DuckSettings.of(environment))) {
            DatasetRef second = request.holdout();
            RepairTable table = open(duck, "dataset_", request.dataset(), work);
            RepairTable holdout = second == null ? null : open(duck, "holdout_", second, work);
            RepairRecord repaired = new RepairRecord(reading(request.dataset()), table.columns());
            Repairs repairs = new Repairs(duck, table, holdout, repaired);
            List<RepairEffect> effects = new ArrayList<>();
            for (Repair repair : request.repairs()) {
                effects.add(repairs.apply(repair));
            }
            ArtifactRef reading = documents.write(folder, "reading.json", repaired.reading());
            return new RepairResult(
                    store(request.dataset(), table, work.file("dataset.parquet"), folder, reading),
                    second == null || holdout == null
                            ? null
                            : store(second, holdout, work.file("holdout.parquet"), folder, null),
                    effects);
        }
    }

    private @Nullable TableReading reading(DatasetRef dataset) {
        return dataset.reading() == null ? null : documents.read(dataset.reading(), TableReading.class);
    }

    /// What identifies the answer.
    Object identity(RepairRequest request) {
        DatasetRef holdout = request.holdout();
        return new Identity(
                request.dataset().table().sha256(),
                request.dataset().reading() == null
                        ? null
                        : request.dataset().reading().sha256(),
                request.dataset().rejectedRows(),
                holdout == null ? null : holdout.table().sha256(),
                holdout == null ? null : holdout.rejectedRows(),
                request.repairs());
    }

    private RepairTable open(DuckSession duck, String prefix, DatasetRef dataset, WorkFolder work) {
        return new RepairTable(duck, prefix, environment.artifacts().localFile(dataset.table(), work.path()));
    }

    private DatasetRef store(
            DatasetRef before, RepairTable table, Path file, String folder, @Nullable ArtifactRef reading) {
        long rows = table.write(file);
        if (rows == 0) {
            throw new DataQuality(
                    "The repairs leave no row of the dataset; expected some.",
                    "Drop fewer rows, or drop the column that most rows lack.");
        }
        ArtifactRef ref = environment
                .artifacts()
                .write(folder, String.valueOf(file.getFileName()), ParquetWriter.MEDIA_TYPE, file);
        return new DatasetRef(ref, rows, table.width(), before.rejectedRows(), reading);
    }

    /// A record, so that each repair is written with its type.
    private record Identity(
            String dataset,
            @Nullable String reading,
            @Nullable Long rejectedRows,
            @Nullable String holdout,
            @Nullable Long rejectedHoldoutRows,
            List<Repair> repairs) {}
}
