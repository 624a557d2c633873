package dev.signalbox.contract.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.CallUse;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import org.junit.jupiter.api.Test;

class FailureFactTest {
    @Test
    void takesWhatTheCallSaidOfItsUseOutOfTheMessage() throws Exception {
        StageFailure said = new ResourceExhausted("Memory ran out.", "Use fewer rows.");
        said.used(new CallUse(480, 512, 12.5));

        FailureFact fact = new FailureFact("Train", "e", said.getMessage(), 1, 60.0, null, null);

        assertThat(fact)
                .isEqualTo(
                        new FailureFact("Train", "e", "Memory ran out.\nHint: Use fewer rows.", 1, 12.5, 480L, 512L));
        assertThat(ContractJson.LENIENT.readValue(ContractJson.LENIENT.writeValueAsBytes(fact), FailureFact.class))
                .isEqualTo(fact);
    }

    @Test
    void keepsWhatTheMachineKnowsOfACallThatWasKilled() {
        assertThat(new FailureFact("Train", "States.Timeout", "", 0, 900.0, null, null).seconds())
                .isEqualTo(900);
    }
}
