package dev.signalbox.contract.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.decision.FailureFact;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertRequestTest {
    private static final FailureFact FAILURE = new FailureFact("Report", "States.Timeout", "", 0);
    private static final AlertRequest WITHOUT = new AlertRequest(null, "execution", FAILURE);

    @Test
    void readsWhatAnEarlierVersionWroteWithoutAnOutcome() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.remove(List.of("outcome", "reason"));
        assertThat(ContractJson.LENIENT.treeToValue(json, AlertRequest.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsAnUnsetOutcomeAsNone() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.putNull("outcome").putNull("reason");
        assertThat(ContractJson.LENIENT.treeToValue(json, AlertRequest.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsAnOutcomeBesideAnUnknownMember() throws Exception {
        AlertRequest with = new AlertRequest(null, "execution", FAILURE, Outcome.REJECTED, "why");
        ObjectNode json = ContractJson.LENIENT.valueToTree(with);
        json.put("invented", true);
        assertThat(ContractJson.LENIENT.treeToValue(json, AlertRequest.class)).isEqualTo(with);
    }

    @Test
    void takesFailedForNothingDecided() {
        assertThat(new AlertRequest(null, "execution", FAILURE, Outcome.FAILED, "").decided())
                .isNull();
        assertThatThrownBy(() -> new AlertRequest(null, "execution", FAILURE, Outcome.PROMOTED, ""))
                .hasMessageContaining("reason");
    }
}
