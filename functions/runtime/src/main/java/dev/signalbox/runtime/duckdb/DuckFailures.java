package dev.signalbox.runtime.duckdb;

import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.sql.SQLException;

/// The one place where DuckDB's exceptions become our failures. DuckDB gives no error codes, but each
/// message begins with the name of its exception class. Source: DuckDB, `src/common/exception.cpp`.
public final class DuckFailures {
    private static final int LONGEST_DETAIL = 300;

    private DuckFailures() {}

    /// The failure that a message stands for.
    ///
    /// @param doing what was tried, such as `The Parquet file cannot be read`
    public static StageFailure of(String doing, SQLException e) {
        String text = String.valueOf(e.getMessage());
        String detail = doing + ": " + firstLine(text);
        if (text.contains("No space left") || text.contains("could not write") || text.contains("Could not write")) {
            return new ResourceExhausted(
                    detail, "Free space in the folder for temporary files, or name another (SIGNALBOX_SCRATCH).", e);
        }
        if (text.contains("Out of Memory Error") || text.contains("failed to allocate")) {
            return new ResourceExhausted(detail, "Give the function more memory, or use fewer rows.", e);
        }
        if (text.contains("Too many open files") || text.contains("HTTP Error")) {
            return new DependencyUnavailable(detail, "Try again.", e);
        }
        if (text.contains("IO Error") || text.contains("Invalid Input Error") || text.contains("Conversion Error")) {
            return new InvalidInput(detail, "Look at the file with the program that wrote it.", e);
        }
        return new UnexpectedFailure(detail, "Please report this defect.", e);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }
}
