package dev.signalbox.data.ingest;

import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.runtime.duckdb.DuckFailures;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// The records that were set aside, of all files of a call. Costs nothing while there is none.
final class RejectLog implements AutoCloseable {
    /// The table that they stand in.
    static final String TABLE = "rejects";

    private static final int LONGEST_TEXT = 10_000;
    private static final int REASONS_KEPT = 3;

    private final DuckSession duck;
    private final List<String> reasons = new ArrayList<>();
    private @Nullable DuckDBAppender appender;
    private boolean any;

    RejectLog(DuckSession duck) {
        this.duck = duck;
    }

    void add(String file, long line, String reason, String text) {
        if (reasons.size() < REASONS_KEPT) {
            reasons.add("line " + line + ": " + reason);
        }
        try {
            DuckDBAppender open = appender == null ? open() : appender;
            open.beginRow();
            open.append(file);
            open.append(line);
            open.append(reason);
            open.append(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
            open.endRow();
        } catch (SQLException e) {
            throw DuckFailures.of("Rejected rows cannot be kept", e);
        }
    }

    private DuckDBAppender open() {
        createTable();
        DuckDBAppender opened = duck.appender(TABLE);
        appender = opened;
        return opened;
    }

    /// Makes the table if there is none yet, for whoever writes into it by SQL.
    void createTable() {
        if (!any) {
            duck.execute("CREATE TABLE rejects (file VARCHAR, line BIGINT, reason VARCHAR, text VARCHAR)");
            any = true;
        }
    }

    /// Whether the table is there.
    boolean isAny() {
        return any;
    }

    /// The first few reasons, with their lines.
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /// Brings everything into the table.
    void flush() {
        if (appender != null) {
            try {
                appender.close();
                appender = null;
            } catch (SQLException e) {
                throw DuckFailures.of("Rejected rows cannot be kept", e);
            }
        }
    }

    @Override
    public void close() {
        flush();
    }
}
