package dev.signalbox.agent.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.GuardrailHalt;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.UnexpectedFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesForFailuresTest {
    private final RulesPlanner planner = new RulesPlanner();

    @Test
    void setsAsideDataThatAReaderCannotUse() {
        assertThat(action("Ingest", InvalidInput.class.getName(), "The file is empty.\nHint: Send another.", 0))
                .isEqualTo(new Action.Quarantine("The file is empty."));
        assertThat(action("Prepare", DataQuality.class.getName(), "No rows are left.", 0))
                .isEqualTo(new Action.Quarantine("No rows are left."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Intake", "Gate", "Promote", "AwaitApproval", "Report"})
    void doesNotBlameTheDataForWhatOtherStagesRefuse(String state) {
        assertThat(action(state, InvalidInput.class.getName(), "Not possible.", 0))
                .isEqualTo(new Action.Finish());
    }

    @ParameterizedTest
    @CsvSource({"Prepare,PREPARE,0.5", "Train,TRAIN,0.5", "Ingest,INGEST,1", "Evaluate,EVALUATE,1"})
    void triesAnExhaustedStageOnceMoreWithLess(String state, RetryableStage stage, double fraction) {
        assertThat(action(state, ResourceExhausted.class.getName(), "Memory ran out.", 0))
                .isEqualTo(new Action.RetryStage(stage, new RetryChanges(fraction, 1, false)));
        assertThat(action(state, "States.Timeout", "", 0)).isInstanceOf(Action.RetryStage.class);
        assertThat(action(state, "Runtime.ExitError", "", 0)).isInstanceOf(Action.RetryStage.class);
    }

    @Test
    void triesNoThirdTime() {
        assertThat(action("Train", ResourceExhausted.class.getName(), "Memory ran out.", 1))
                .isEqualTo(new Action.Finish());
    }

    @Test
    void triesNothingThatCannotBeRunAgain() {
        assertThat(action("Gate", "States.Timeout", "", 0)).isEqualTo(new Action.Finish());
    }

    @Test
    void triesNothingWithoutBudget() {
        assertThat(planner.propose(Views.failure("Train", "States.Timeout", "", 0)
                                .budget(0, 0)
                                .view())
                        .action())
                .isEqualTo(new Action.Finish());
    }

    @Test
    void leavesTheRestToPeople() {
        for (Class<?> failure :
                new Class<?>[] {DependencyUnavailable.class, UnexpectedFailure.class, GuardrailHalt.class}) {
            assertThat(action("Ingest", failure.getName(), "Something.", 0)).isEqualTo(new Action.Finish());
        }
        assertThat(action("Ingest", "States.Runtime", "", 0)).isEqualTo(new Action.Finish());
    }

    private Action action(String state, String error, String message, int attempts) {
        return planner.propose(Views.failure(state, error, message, attempts).view())
                .action();
    }
}
