package dev.signalbox.contract.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.config.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedRefTest {
    private static final ArtifactRef FILE = new ArtifactRef("file:///a", "0".repeat(64), 1, "text/plain");
    private static final PreparedRef WITHOUT =
            new PreparedRef(Task.REGRESSION, "y", List.of(), FILE, FILE, FILE, FILE, 3, 2, 1);

    @Test
    void readsWhatAnEarlierVersionWroteWithoutDatasets() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.remove(List.of("dataset", "holdoutDataset"));
        assertThat(ContractJson.LENIENT.treeToValue(json, PreparedRef.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsUnsetDatasetsAsNone() throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(WITHOUT);
        json.putNull("dataset").putNull("holdoutDataset");
        assertThat(ContractJson.LENIENT.treeToValue(json, PreparedRef.class)).isEqualTo(WITHOUT);
    }

    @Test
    void readsDatasetsBesideAnUnknownMember() throws Exception {
        DatasetRef dataset = new DatasetRef(FILE, 6, 2);
        PreparedRef with = WITHOUT.withDatasets(dataset, dataset);
        ObjectNode json = ContractJson.LENIENT.valueToTree(with);
        json.put("invented", true);
        assertThat(ContractJson.LENIENT.treeToValue(json, PreparedRef.class)).isEqualTo(with);
    }
}
