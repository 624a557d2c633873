package dev.signalbox.data.validate;

import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.validate.checks.HoldoutScan;
import dev.signalbox.data.validate.profile.DatasetScanner;
import dev.signalbox.data.validate.profile.Scan;
import dev.signalbox.data.validate.profile.ScannedDataset;
import dev.signalbox.data.validate.profile.TableColumn;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tables of a request, read.
///
/// @param dataset to learn from
/// @param holdout that the user brought; null for none
record TableScans(ScannedDataset dataset, @Nullable HoldoutScan holdout) {
    /// Reads them over one connection.
    static TableScans of(StageEnvironment environment, ValidateRequest request) {
        int threads = request.changes() == null ? 0 : request.changes().threads();
        try (DuckSession session = DuckSession.open(DuckSettings.of(environment).withThreads(threads))) {
            DatasetScanner scanner = new DatasetScanner(session);
            Path file = local(environment, request.dataset());
            List<TableColumn> columns = scanner.columns(file);
            Scan scan = scanner.scan(file, request.dataset(), columns, null);
            DatasetRef holdout = request.holdout();
            return new TableScans(
                    scan.dataset(),
                    holdout == null ? null : holdoutScan(scanner, local(environment, holdout), holdout, columns, scan));
        }
    }

    private static HoldoutScan holdoutScan(
            DatasetScanner scanner, Path file, DatasetRef holdout, List<TableColumn> columns, Scan before) {
        List<TableColumn> found = scanner.columns(file);
        Set<String> names = new HashSet<>();
        found.forEach(column -> names.add(column.name()));
        // Read with the dataset's types and order, so that equal rows have equal hashes.
        boolean comparable = columns.stream().allMatch(column -> names.contains(column.name()))
                && found.stream()
                        .allMatch(column -> columns.stream()
                                .filter(other -> other.name().equals(column.name()))
                                .allMatch(other -> other.isNumeric() == column.isNumeric()));
        return new HoldoutScan(
                found,
                counts(holdout),
                comparable
                        ? scanner.scan(
                                        file,
                                        holdout,
                                        columns.stream()
                                                .map(TableColumn::elsewhere)
                                                .toList(),
                                        before)
                                .dataset()
                        : null);
    }

    private static RowCounts counts(DatasetRef holdout) {
        Long known = holdout.rejectedRows();
        long rejected = known == null ? 0 : known;
        return new RowCounts(holdout.rows() + rejected, holdout.rows(), rejected);
    }

    private static Path local(StageEnvironment environment, DatasetRef dataset) {
        return environment.artifacts().localFile(dataset.table(), environment.scratch());
    }
}
