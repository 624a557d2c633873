package dev.signalbox.contract.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import org.junit.jupiter.api.Test;

class DatasetRefTest {
    private static final ArtifactRef FILE = new ArtifactRef("file:///a", "0".repeat(64), 1, "text/plain");
    private static final DatasetRef WITHOUT = new DatasetRef(FILE, 6, 2);

    @Test
    void readsWhatAnEarlierVersionWroteWithoutAReading() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.remove("reading");
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsAnUnsetReadingAsNone() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.putNull("reading");
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsAReadingBesideAnUnknownMember() throws Exception {
        DatasetRef with = new DatasetRef(FILE, 6, 2, FILE);
        ObjectNode json = ContractJson.LENIENT.valueToTree(with);
        json.put("invented", true);
        assertThat(ContractJson.LENIENT.treeToValue(json, DatasetRef.class)).isEqualTo(with);
    }
}
