package dev.signalbox.cli.workspace;

import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.OpenQuestion;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.store.TaskTokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Open approvals and their answers, so that both outlive the process that asked.
public final class SqliteTaskTokens implements TaskTokens, AutoCloseable {
    private static final String SCHEMA =
            "CREATE TABLE IF NOT EXISTS approval (task_token TEXT PRIMARY KEY, run_id TEXT NOT NULL, document TEXT NOT NULL, answer TEXT) WITHOUT ROWID";

    private final SqliteDatabase database;
    private final Clock clock;

    /// @param file made when it does not exist; may be the ledger's
    /// @param clock for the time of answers
    public SqliteTaskTokens(Path file, Clock clock) {
        this.clock = clock;
        this.database = new SqliteDatabase(file, SCHEMA);
    }

    @Override
    public String open(PendingApproval pending) {
        database.write(connection -> Rows.update(
                connection,
                "INSERT OR IGNORE INTO approval VALUES (?, ?, ?, NULL)",
                pending.taskToken(),
                pending.runId(),
                Rows.json(pending)));
        return "signalbox approve " + pending.runId() + ", or with --deny";
    }

    @Override
    public Optional<OpenQuestion> find(String taskToken) {
        return database.read(connection -> Rows.first(
                        connection,
                        PendingApproval.class,
                        "SELECT document FROM approval WHERE task_token = ? AND answer IS NULL",
                        taskToken))
                .filter(pending -> !pending.expiresAt().isBefore(clock.instant()))
                .map(pending -> OpenQuestion.of(taskToken, pending));
    }

    @Override
    public void complete(String taskToken, HumanAnswer answer) {
        int changed = database.write(connection -> Rows.update(
                connection,
                "UPDATE approval SET answer = ? WHERE task_token = ? AND answer IS NULL",
                Rows.json(new Given(answer, clock.instant())),
                taskToken));
        if (changed == 0) {
            throw new InvalidInput("Nothing waits for this answer any more.", "Look at the run with signalbox show.");
        }
    }

    /// Questions that nobody has answered and that may still be answered, those that expire first before others.
    ///
    /// @param runId null for all runs
    public List<PendingApproval> pending(@Nullable String runId) {
        return asked(runId).stream()
                .filter(pending -> answer(pending.taskToken()).isEmpty())
                .filter(pending -> !pending.expiresAt().isBefore(clock.instant()))
                .toList();
    }

    /// All questions, answered or not, those that expire first before others.
    ///
    /// @param runId null for all runs
    public List<PendingApproval> asked(@Nullable String runId) {
        String condition = runId == null ? "? IS NULL" : "run_id = ?";
        return database
                .read(connection -> Rows.all(
                        connection, PendingApproval.class, "SELECT document FROM approval WHERE " + condition, runId))
                .stream()
                .sorted(Comparator.comparing(PendingApproval::expiresAt))
                .toList();
    }

    /// The answer to a token, if there is one.
    public Optional<Given> answer(String taskToken) {
        return database.read(connection -> Rows.first(
                connection,
                Given.class,
                "SELECT answer FROM approval WHERE task_token = ? AND answer IS NOT NULL",
                taskToken));
    }

    @Override
    public void close() {
        database.close();
    }

    /// An answer and when it was given.
    ///
    /// @param answer what a person said
    /// @param at when
    public record Given(HumanAnswer answer, Instant at) {}
}
