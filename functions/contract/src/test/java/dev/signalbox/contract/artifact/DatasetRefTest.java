package dev.signalbox.contract.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import org.junit.jupiter.api.Test;

class DatasetRefTest {
    private static final ArtifactRef FILE = new ArtifactRef("file:///a", "0".repeat(64), 1, "text/plain");
    private static final DatasetRef WITHOUT = new DatasetRef(FILE, 6, 2);

    @Test
    void readsWhatAnEarlierVersionWroteWithoutRejectedRows() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.remove("rejectedRows");
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsUnsetRejectedRowsAsUnknown() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.putNull("rejectedRows");
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsRejectedRowsBesideAnUnknownMember() throws Exception {
        DatasetRef with = new DatasetRef(FILE, 6, 2, 3L, null);
        ObjectNode json = ContractJson.LENIENT.valueToTree(with);
        json.put("invented", true);
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(with);
    }

    @Test
    void refusesLessThanNone() {
        assertThatThrownBy(() -> new DatasetRef(FILE, 6, 2, -1L, null)).hasMessageContaining("rejectedRows");
    }

    @Test
    void readsAReadingThatIsAbsentOrUnsetAsNone() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.putNull("reading");
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(WITHOUT);
        json.remove("reading");
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsAReadingBesideAnUnknownMember() throws Exception {
        DatasetRef with = new DatasetRef(FILE, 6, 2, null, FILE);
        ObjectNode json = ContractJson.LENIENT.valueToTree(with);
        json.put("invented", true);
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(with);
    }
}
