package dev.signalbox.agent.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.agent.view.HeldOver;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.GuardrailHalt;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesForFailuresTest {
    private static final String UNREACHABLE = DependencyUnavailable.class.getName();
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
    @CsvSource({
        "Prepare,PREPARE,0.5",
        "Train,TRAIN,0.5",
        "Ingest,INGEST,1",
        "Validate,VALIDATE,1",
        "Evaluate,EVALUATE,1",
        "Blend,BLEND,1"
    })
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
        for (Class<?> failure : new Class<?>[] {
            DependencyUnavailable.class, UnexpectedFailure.class, GuardrailHalt.class, ArtifactDamaged.class
        }) {
            assertThat(action("Prepare", failure.getName(), "Something.", 0)).isEqualTo(new Action.Finish());
        }
        assertThat(action("Ingest", "States.Runtime", "", 0)).isEqualTo(new Action.Finish());
    }

    @Test
    void triesTheOtherParserOnceWhereReadingBreaksDown() {
        assertThat(action("Ingest", UnexpectedFailure.class.getName(), "A defect.", 0))
                .isEqualTo(new Action.RetryStage(RetryableStage.INGEST, new RetryChanges(1, 0, true)));
        assertThat(action("Ingest", UnexpectedFailure.class.getName(), "A defect.", 1))
                .isEqualTo(new Action.Finish());
    }

    @Test
    void asksAPersonWhereOneAnswersAndCanHelp() {
        assertThat(asking("Ingest", UNREACHABLE, 0))
                .isEqualTo(new Action.AskHuman(
                        "Ingest cannot reach what it needs: No answer. Mend it and choose retry.",
                        List.of("retry", "give up")));
        assertThat(asking("Train", ResourceExhausted.class.getName(), 1)).isInstanceOf(Action.AskHuman.class);
        assertThat(asking("Train", ResourceExhausted.class.getName(), 0)).isInstanceOf(Action.RetryStage.class);
        assertThat(asking("Gate", UNREACHABLE, 0))
                .as("the holdout is opened once")
                .isEqualTo(new Action.Finish());
        assertThat(asking("Ingest", GuardrailHalt.class.getName(), 0)).isEqualTo(new Action.Finish());
    }

    @ParameterizedTest
    @CsvSource({
        "true,retry,mia,true",
        "true,,mia,true",
        "true,give up,mia,false",
        "false,,mia,false",
        "false,,nobody,false"
    })
    void doesAsTheyAnswer(boolean approved, String option, String by, boolean again) {
        HumanAnswer answer = new HumanAnswer("d1", "0", approved, option, by, null);

        Action action =
                planner.propose(waiting("Ingest", UNREACHABLE, 0, answer)).action();

        assertThat(action)
                .isEqualTo(
                        again
                                ? new Action.RetryStage(RetryableStage.INGEST, new RetryChanges(1, 0, false))
                                : new Action.Finish());
    }

    private Action asking(String state, String error, int attempts) {
        return planner.propose(waiting(state, error, attempts)).action();
    }

    private static RunView waiting(String state, String error, int attempts, HumanAnswer... answers) {
        ApprovalConfig approval = ApprovalConfig.defaults().with(ApprovalMode.ALWAYS);
        return Views.failure(state, error, "No answer.\nHint: Look.", attempts)
                .answers(answers)
                .view()
                .with(HeldOver.of(null, approval, List.of(), "d1"));
    }

    private Action action(String state, String error, String message, int attempts) {
        return planner.propose(Views.failure(state, error, message, attempts).view())
                .action();
    }
}
