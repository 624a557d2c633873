package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import org.jspecify.annotations.Nullable;

/// A typed table and what was set aside.
///
/// @param dataset the rows that could be read
/// @param holdout of the second source
/// @param rows of the first source
/// @param rejects Parquet with `file`, `line`, `reason`, `text`; null where none
/// @param format what was found, such as `csv; delimiter ,; utf-8; header`
public record IngestResult(
        DatasetRef dataset,
        @Nullable DatasetRef holdout,
        RowCounts rows,
        @Nullable ArtifactRef rejects,
        String format) {
    public IngestResult {
        Require.present(dataset, "dataset");
        Require.present(rows, "rows");
        Require.notBlank(format, "format");
    }
}
