package dev.signalbox.cli.cost;

import dev.signalbox.contract.Require;
import dev.signalbox.runtime.StageName;
import dev.signalbox.runtime.StageSize;
import java.util.List;

/// A dataset's size, and what a run with default settings takes for it.
///
/// The seconds grow with the cells from what `bench/run line` measured on two quiet cores: 1,000,000 rows of
/// 20 columns,
/// 155 MB of CSV. A function with less than two processors is taken to need as much longer, as though the
/// stage had kept both cores busy all the time: an estimate from above.
///
/// @param rows 1 or more
/// @param columns 1 or more
/// @param bytes of the file as CSV, 1 or more
public record DataSize(long rows, long columns, long bytes) {
    private static final double MEASURED_CELLS = 20_000_000;
    private static final double MEASURED_PROCESSORS = 2;
    private static final double BYTES_PER_CELL = 7.75;
    private static final long USUAL_COLUMNS = 20;

    /// Of a warm function: stores, JSON, the ledger.
    private static final double SECONDS_PER_CALL = 0.3;

    private static final int CANDIDATES = 7;

    /// Parquet, matrices of floats, models and predictions, beside the source; as measured with the same
    /// table.
    private static final double STORED_PER_BYTE = 2;

    /// Peak memory: of the measured run 1,289 MiB, of one with next to no data 215.
    private static final double MEMORY_MB_BASE = 215;

    private static final double MEMORY_MB_PER_CELL = (1_289 - MEMORY_MB_BASE) / MEASURED_CELLS;

    public DataSize {
        Require.inRange(rows, 1, Long.MAX_VALUE, "rows");
        Require.inRange(columns, 1, Long.MAX_VALUE, "columns");
        Require.inRange(bytes, 1, Long.MAX_VALUE, "bytes");
    }

    /// A table of which rows and columns are known.
    public static DataSize ofTable(long rows, long columns) {
        return new DataSize(rows, columns, Math.round(BYTES_PER_CELL * rows * columns));
    }

    /// A file of which the size is known: twenty columns of the usual width.
    public static DataSize ofBytes(long bytes) {
        return new DataSize(Math.max(1, Math.round(bytes / (BYTES_PER_CELL * USUAL_COLUMNS))), USUAL_COLUMNS, bytes);
    }

    /// What a run takes: five candidates, two more, a promotion.
    public RunUse run() {
        return new RunUse(
                List.of(
                        use(StageName.INTAKE, 1, 0),
                        use(StageName.INGEST, 1, 2.0),
                        use(StageName.VALIDATE, 1, 3.3),
                        use(StageName.PREPARE, 1, 3.8),
                        use(StageName.TRAIN, CANDIDATES, 54),
                        use(StageName.EVALUATE, 2, 5.8),
                        use(StageName.GATE, 1, 4.9),
                        use(StageName.DECIDE, 2, 0),
                        use(StageName.PROMOTE, 1, 0),
                        use(StageName.REPORT, 1, 0)),
                Math.round(bytes * (1 + STORED_PER_BYTE)));
    }

    /// Memory that the largest stage needs, in MB.
    public long memoryMb() {
        return Math.round(MEMORY_MB_BASE + MEMORY_MB_PER_CELL * cells());
    }

    /// Whether the deployed functions have that memory, and time enough.
    public boolean fits() {
        StageSize train = StageSize.of(StageName.TRAIN);
        return memoryMb() <= train.memoryMb()
                && run().stages().stream()
                        .allMatch(use -> use.seconds() / use.calls()
                                <= StageSize.of(use.stage()).timeoutSeconds());
    }

    private double cells() {
        return (double) rows * columns;
    }

    private StageUse use(StageName stage, int calls, double measuredSeconds) {
        double slower = Math.max(1, MEASURED_PROCESSORS / StageSize.of(stage).processors());
        double work = measuredSeconds * cells() / MEASURED_CELLS * slower;
        return new StageUse(stage, calls, calls * SECONDS_PER_CALL + work);
    }
}
