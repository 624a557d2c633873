package dev.signalbox.runtime.testing;

import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.store.TaskTokens;
import java.util.List;

class RecordingTaskTokensTest extends TaskTokensContract {
    private final RecordingTaskTokens tasks = new RecordingTaskTokens();

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
        return List.copyOf(tasks.answers().values());
    }
}
