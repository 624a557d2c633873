package dev.signalbox.cli.run;

import dev.signalbox.asl.TaskAnswer;
import dev.signalbox.asl.TaskTokens;
import dev.signalbox.cli.workspace.SqliteTaskTokens;
import dev.signalbox.contract.ContractJson;
import java.util.Optional;

/// People's answers as the engine wants them.
record AnsweredTasks(SqliteTaskTokens approvals) implements TaskTokens {
    @Override
    public Optional<TaskAnswer> answer(String token) {
        return approvals
                .answer(token)
                .map(given -> new TaskAnswer.Success(ContractJson.LENIENT.valueToTree(given.answer()), given.at()));
    }
}
