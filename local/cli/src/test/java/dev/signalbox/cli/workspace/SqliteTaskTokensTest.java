package dev.signalbox.cli.workspace;

import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.store.TaskTokens;
import dev.signalbox.runtime.testing.TaskTokensContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteTaskTokensTest extends TaskTokensContract {
    @TempDir
    Path folder;

    private SqliteTaskTokens tasks;

    @BeforeEach
    void open() {
        tasks = new SqliteTaskTokens(
                folder.resolve("ledger.db"), Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Override
    protected TaskTokens tasks() {
        return tasks;
    }

    @Override
    protected String handle(PendingApproval pending) {
        return pending.taskToken();
    }

    @Override
    protected List<HumanAnswer> answers() {
        return Stream.of("token-1", "token-2")
                .flatMap(token -> tasks.answer(token).stream())
                .map(SqliteTaskTokens.Given::answer)
                .toList();
    }
}
