package dev.signalbox.contract.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class StageFailureTest {
    @Test
    void carriesMessageAndHintThroughOneText() {
        String text = new InvalidInput("Found a folder; expected a file.", "Name a file in it.").getMessage();

        assertThat(StageFailure.messageOf(text)).isEqualTo("Found a folder; expected a file.");
        assertThat(StageFailure.hintOf(text)).isEqualTo("Name a file in it.");
        assertThat(StageFailure.hintOf("from elsewhere")).isEmpty();
    }

    @Test
    void carriesWhatTheCallHadUsedBetweenThem() {
        StageFailure failure = new ResourceExhausted("Memory ran out.", "Use fewer rows.");
        failure.used(new CallUse(480, 512, 12.5));
        String text = failure.getMessage();

        assertThat(CallUse.in(text)).contains(new CallUse(480, 512, 12.5));
        assertThat(StageFailure.messageOf(text)).isEqualTo("Memory ran out.");
        assertThat(StageFailure.hintOf(text)).isEqualTo("Use fewer rows.");
        assertThat(CallUse.in("Used: nothing.\nUsed: 1 of 2 MB in a while")).isEmpty();
    }

    @Test
    void hasOnlyTopLevelFinalLeavesSinceErrorEqualsMatchesTheClassName() {
        assertThat(StageFailure.class.getPermittedSubclasses())
                .isNotEmpty()
                .allMatch(leaf -> leaf.getEnclosingClass() == null && Modifier.isFinal(leaf.getModifiers()));
    }
}
