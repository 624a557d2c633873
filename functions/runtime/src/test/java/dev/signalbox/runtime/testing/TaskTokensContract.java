package dev.signalbox.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.OpenQuestion;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.store.TaskTokens;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every adapter of [TaskTokens] does.
public abstract class TaskTokensContract {
    /// A question.
    protected static final PendingApproval PENDING = pending("token-1", "promotion");

    /// An answer to it.
    protected static final HumanAnswer ANSWER = new HumanAnswer("promotion", "d", true, null, "ann", "looks good");

    /// Another.
    protected static final HumanAnswer OTHER_ANSWER = new HumanAnswer("promotion", "d", false, null, "bob", null);

    /// Open tasks, none at first; called again in one test it opens the same ones.
    protected abstract TaskTokens tasks();

    /// What the adapter knows an open question by: its token, or something that stands for it.
    protected abstract String handle(PendingApproval pending);

    /// What waiting states got, in any order.
    protected abstract List<HumanAnswer> answers();

    @Test
    void givesAnAnswerOnce() {
        tasks().open(PENDING);
        String handle = handle(PENDING);

        tasks().complete(handle, ANSWER);

        assertThatThrownBy(() -> tasks().complete(handle, ANSWER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Hint:");
        assertThatThrownBy(() -> tasks().complete(handle, OTHER_ANSWER)).isInstanceOf(InvalidInput.class);
        assertThat(answers()).containsExactly(ANSWER);
    }

    @Test
    void opensAQuestionOnce() {
        tasks().open(PENDING);
        String handle = handle(PENDING);
        tasks().open(PENDING);

        assertThat(handle(PENDING)).isEqualTo(handle);
    }

    @Test
    void staysAnsweredThoughItIsOpenedAgain() {
        tasks().open(PENDING);
        String handle = handle(PENDING);
        tasks().complete(handle, ANSWER);
        tasks().open(PENDING);

        assertThatThrownBy(() -> tasks().complete(handle, OTHER_ANSWER)).isInstanceOf(InvalidInput.class);
        assertThat(answers()).containsExactly(ANSWER);
    }

    @Test
    void showsAQuestionUntilItIsAnswered() {
        String toAnswer = tasks().open(PENDING);
        String handle = handle(PENDING);

        assertThat(toAnswer).isNotBlank().doesNotContain(PENDING.taskToken());
        assertThat(tasks().open(PENDING)).isEqualTo(toAnswer);
        assertThat(tasks().find(handle)).contains(OpenQuestion.of(handle, PENDING));
        assertThat(tasks().find("nobody")).isEmpty();

        tasks().complete(handle, ANSWER);

        assertThat(tasks().find(handle)).isEmpty();
    }

    @Test
    void keepsQuestionsOfARunApart() {
        PendingApproval other = pending("token-2", "question-7");
        tasks().open(PENDING);
        tasks().open(other);
        String handle = handle(PENDING);

        tasks().complete(handle(other), OTHER_ANSWER);
        tasks().complete(handle, ANSWER);

        assertThat(answers()).containsExactlyInAnyOrder(OTHER_ANSWER, ANSWER);
    }

    @Test
    void refusesWhatNobodyAsked() {
        assertThatThrownBy(() -> tasks().complete("nobody", ANSWER)).isInstanceOf(InvalidInput.class);
        assertThat(answers()).isEmpty();
    }

    @Test
    void takesOneOfFiftyAnswers() throws Exception {
        tasks().open(PENDING);
        String handle = handle(PENDING);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> people = IntStream.range(0, 50)
                    .<Callable<Boolean>>mapToObj(i -> () -> answered(handle, "person-" + i))
                    .toList();
            int taken = 0;
            for (Future<Boolean> answered : threads.invokeAll(people)) {
                taken += answered.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(answers()).hasSize(1);
    }

    private boolean answered(String handle, String by) {
        try {
            tasks().complete(handle, new HumanAnswer("promotion", "d", true, null, by, null));
            return true;
        } catch (InvalidInput _) {
            return false;
        }
    }

    private static PendingApproval pending(String token, String subject) {
        return new PendingApproval(
                "p",
                "r",
                token,
                subject,
                "d",
                "Promote c?",
                List.of("yes", "no"),
                List.of("ann"),
                Instant.parse("2026-01-02T00:00:00Z"));
    }
}
