package dev.signalbox.runtime.testing;

import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.OpenQuestion;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.store.TaskTokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers what was asked and answered.
public final class RecordingTaskTokens implements TaskTokens {
    private final Map<String, PendingApproval> open = new LinkedHashMap<>();
    private final Map<String, HumanAnswer> answers = new LinkedHashMap<>();

    @Override
    public synchronized String open(PendingApproval pending) {
        if (!answers.containsKey(pending.taskToken())) {
            open.putIfAbsent(pending.taskToken(), pending);
        }
        return "signalbox approve " + pending.runId() + ", or with --deny";
    }

    @Override
    public synchronized Optional<OpenQuestion> find(String taskToken) {
        return Optional.ofNullable(open.get(taskToken)).map(pending -> OpenQuestion.of(taskToken, pending));
    }

    @Override
    public synchronized void complete(String taskToken, HumanAnswer answer) {
        if (open.remove(taskToken) == null) {
            throw new InvalidInput("Nothing waits for this token.", "Look at the run.");
        }
        answers.put(taskToken, answer);
    }

    /// What waits, by token.
    public synchronized Map<String, PendingApproval> pending() {
        return Map.copyOf(open);
    }

    /// What was answered, by token.
    public synchronized Map<String, HumanAnswer> answers() {
        return Map.copyOf(answers);
    }
}
