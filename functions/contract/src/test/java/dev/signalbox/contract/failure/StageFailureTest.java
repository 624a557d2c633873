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
    void hasOnlyTopLevelFinalLeavesSinceErrorEqualsMatchesTheClassName() {
        assertThat(StageFailure.class.getPermittedSubclasses())
                .isNotEmpty()
                .allMatch(leaf -> leaf.getEnclosingClass() == null && Modifier.isFinal(leaf.getModifiers()));
    }
}
