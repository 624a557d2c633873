package dev.signalbox.aws.sfn;

import dev.signalbox.aws.client.AwsFailures;
import dev.signalbox.aws.dynamodb.Item;
import dev.signalbox.aws.dynamodb.Keys;
import dev.signalbox.aws.dynamodb.RecordTable;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.store.OpenQuestion;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.store.TaskTokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/// Questions that executions of Step Functions wait on, kept in the one table.
///
/// Outside the table a question is known by a random id, which is safe in a URL and completes nothing by
/// itself; the token never leaves it. DynamoDB deletes a question once it has expired.
///
/// Who asks needs `dynamodb:PutItem`; who answers `dynamodb:GetItem`, `dynamodb:Query`,
/// `dynamodb:UpdateItem` and `states:SendTaskSuccess`.
public final class StepFunctionsTasks implements TaskTokens {
    private static final String APPROVAL = "approval";
    private static final String OF_RUN = "approval#";
    private static final String ANSWER = "answer";
    private static final String SENT = "sent";
    private static final int ID_BYTES = 24;

    private final RecordTable table;
    private final Supplier<SfnClient> sfn;
    private final AnswerAddress answers;
    private final Clock clock;

    /// @param dynamoDb left open
    /// @param table its name
    /// @param sfn asked for when it is first needed, which in most calls it never is; left open
    /// @param answers where people answer
    /// @param clock for the time of answers, and for what has expired
    public StepFunctionsTasks(
            DynamoDbClient dynamoDb, String table, Supplier<SfnClient> sfn, AnswerAddress answers, Clock clock) {
        this.table = new RecordTable(dynamoDb, table);
        this.sfn = sfn;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public String open(PendingApproval pending) {
        String id = newId();
        AttributeValue expiresAt = Keys.number(pending.expiresAt().getEpochSecond());
        OpenQuestion question = OpenQuestion.of(id, pending);
        String ofToken = OF_RUN + Digests.sha256(pending.taskToken());
        // Both or none; when the token has its question already, none.
        boolean opened = table.putTogether(
                List.of(
                        Item.at(Keys.ofRun(pending.runId()), ofToken)
                                .with(Keys.EXPIRES_AT, expiresAt)
                                .document(question),
                        Item.at(partition(id), APPROVAL)
                                .with(Keys.EXPIRES_AT, expiresAt)
                                .document(pending)),
                RecordTable.ABSENT);
        return answers.toAnswer(
                opened
                        ? question
                        : table.get(Keys.ofRun(pending.runId()), ofToken)
                                .map(item -> item.read(OpenQuestion.class))
                                .orElse(question));
    }

    /// Gives the answer to the question of an id. Works once: the first answer is written down before Step
    /// Functions is told, and only the very same answer may try again until it has been told.
    ///
    /// @param id of the question; not its token
    @Override
    public void complete(String id, HumanAnswer answer) {
        Item item = table.get(partition(id), APPROVAL)
                .orElseThrow(() -> nothingWaits("it was never asked, or its time is over", null));
        PendingApproval pending = item.read(PendingApproval.class);
        if (pending.expiresAt().isBefore(clock.instant())) {
            throw nothingWaits("its time was over at " + pending.expiresAt(), null);
        }
        claim(id, answer);
        send(pending, answer);
        table.update(
                Item.at(partition(id), APPROVAL),
                "SET sent = :yes",
                "attribute_exists(pk)",
                Map.of(":yes", AttributeValue.fromBool(true)));
    }

    /// Questions of a run that nobody has answered.
    public List<OpenQuestion> pending(String runId) {
        return table.query(Keys.ofRun(runId), OF_RUN, true, Integer.MAX_VALUE).stream()
                .map(item -> item.read(OpenQuestion.class))
                .filter(question -> find(question.id()).isPresent())
                .toList();
    }

    @Override
    public Optional<OpenQuestion> find(String id) {
        return table.get(partition(id), APPROVAL)
                .filter(item -> !item.has(ANSWER))
                .map(item -> OpenQuestion.of(id, item.read(PendingApproval.class)))
                .filter(question -> !question.expiresAt().isBefore(clock.instant()));
    }

    /// One answer holds. The same one may come again as long as nobody knows that Step Functions has it.
    private void claim(String id, HumanAnswer answer) {
        Optional<Item> standing = table.update(
                Item.at(partition(id), APPROVAL),
                "SET answer = :answer",
                "attribute_exists(pk) AND attribute_not_exists(answer)",
                Map.of(":answer", Keys.text(Item.json(new Given(answer, clock.instant())))));
        if (standing.isEmpty()) {
            return;
        }
        if (!standing.get().has(ANSWER)) {
            throw nothingWaits("its time is over", null);
        }
        Given first = standing.get().read(ANSWER, Given.class);
        if (standing.get().has(SENT) || !first.answer().equals(answer)) {
            throw nothingWaits("it was answered by " + first.answer().by() + " at " + first.at(), null);
        }
    }

    private void send(PendingApproval pending, HumanAnswer answer) {
        String doing = "completing a task of run " + pending.runId();
        AwsFailures.guarded("Step Functions", doing, () -> {
            try {
                return sfn.get()
                        .sendTaskSuccess(request ->
                                request.taskToken(pending.taskToken()).output(Item.json(answer)));
            } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
                throw nothingWaits("the run has gone on without it: its time was over, or somebody stopped it", e);
            }
        });
    }

    private static InvalidInput nothingWaits(String why, @Nullable Throwable cause) {
        String found = "Nothing waits for this answer any more: " + why + ".";
        String hint = "Look at the run with signalbox show.";
        return cause == null ? new InvalidInput(found, hint) : new InvalidInput(found, hint, cause);
    }

    /// A generator of its own for each id: none is kept for two copies of one snapshot to share.
    private static String newId() {
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private static String partition(String id) {
        return OF_RUN + id;
    }

    /// An answer and when it was given.
    ///
    /// @param answer what a person said
    /// @param at when
    record Given(HumanAnswer answer, Instant at) {}
}
