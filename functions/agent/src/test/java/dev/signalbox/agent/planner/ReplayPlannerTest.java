package dev.signalbox.agent.planner;

import static dev.signalbox.agent.Views.baseline;
import static dev.signalbox.agent.Views.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.Views;
import dev.signalbox.agent.decide.DecisionRecorder;
import dev.signalbox.agent.decide.Deliberation;
import dev.signalbox.agent.decide.Junction;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.replay.RecordedRun;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.GuardrailHalt;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayPlannerTest {
    @TempDir
    Path folder;

    @Test
    void proposesAgainWhatWasProposedToTheSameView() {
        RunView view = view(0.8);

        Proposal again = new ReplayPlanner(recorded(view)).propose(view);

        Proposal first = new RulesPlanner().propose(view);
        assertThat(again.action()).isEqualTo(first.action());
        assertThat(again.rationale()).isEqualTo(first.rationale());
        assertThat(again.planner()).isEqualTo("replay");
        assertThat(again.rule()).isEqualTo("rules/" + first.rule());
    }

    @Test
    void stopsAtTheFirstViewThatIsAnotherAndShowsWhere() {
        ReplayPlanner replay = new ReplayPlanner(recorded(view(0.8)));

        assertThatThrownBy(() -> replay.propose(view(0.75)))
                .isInstanceOf(GuardrailHalt.class)
                .hasMessageContaining(
                        "leaves the recorded one, run-0, at d1: /candidates/0/score/value recorded 0.8, now 0.75;")
                .hasMessageContaining("/candidates/0/score/low recorded 0.78, now 0.73");
    }

    @Test
    void saysThatThereIsNoSuchRun() {
        assertThatThrownBy(() -> RecordedRun.read(new TestEnvironment(folder).stage(), "run-9"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'run-9'");
    }

    private RecordedRun recorded(RunView view) {
        TestEnvironment environment = new TestEnvironment(folder);
        Junction junction = new Junction(new RulesPlanner(), GuardrailChain.standard());
        DecideResult result = new DecisionRecorder(environment.stage())
                .write("runs/run-0/decide", "d1", view, Deliberation.of(junction.settle(view)));
        environment
                .ledger()
                .append(
                        "run-0",
                        new LedgerEvent.DecisionMade("d1", result.action().type(), result.decision()));
        return RecordedRun.read(environment.stage(), "run-0");
    }

    private static RunView view(double score) {
        return Views.models(candidate("linear", Algorithm.LINEAR, score, 0.8), baseline())
                .view();
    }
}
