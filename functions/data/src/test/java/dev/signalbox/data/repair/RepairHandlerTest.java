package dev.signalbox.data.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.data.Events;
import dev.signalbox.data.ingest.Table;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairHandlerTest {
    private static final String ROWS = """
            FROM (VALUES ('adelie', '3750', 'Biscoe', 1), ('Adelie', '12000', 'Dream', 0),
                         ('adelie', '3750', 'Biscoe', 2), (NULL, '1', 'Dream', 0), ('Gentoo', 'heavy', 'Dream', 1),
                         ('Gentoo', '-5', 'Nowhere', 1)) t(species, "Mass", island, leak)""";

    @TempDir
    Path folder;

    @Test
    void carriesOutEachRepairOfTheSet() throws Exception {
        TestEnvironment environment = new TestEnvironment(folder);
        Path file = Table.write(folder.resolve("d.parquet"), ROWS);
        ArtifactRef dataset =
                environment.artifacts().write("in", "dataset.parquet", "application/x", Files.readAllBytes(file));
        ObjectNode event = Events.read("repair/all-repairs.json");
        event.withObject("/dataset").set("table", ContractJson.LENIENT.valueToTree(dataset));

        JsonNode answer = Events.call(new RepairHandler(environment.stage()), event);

        Table table = Table.of(ContractJson.LENIENT.treeToValue(answer.at("/dataset/table"), ArtifactRef.class));
        assertThat(table.columns()).containsExactly("species:VARCHAR", "mass:DOUBLE", "island:VARCHAR");
        assertThat(table.rows())
                .containsExactly(
                        List.of("Adelie", "3750.0", "Biscoe"),
                        List.of("Adelie", "9000.0", "Dream"),
                        List.of("Gentoo", "null", "Dream"));
        assertThat(effects(answer))
                .containsExactly(
                        "drop_column 0 0 1",
                        "rename_column 0 0 0",
                        "drop_duplicates 0 1 0",
                        "parse_as 1 0 0",
                        "map_labels 1 0 0",
                        "clip_outliers 2 0 0",
                        "drop_rows 0 1 0",
                        "drop_rows 0 1 0");
        assertThat(answer.at("/dataset/rows").asLong()).isEqualTo(3);
        assertThat(answer.at("/dataset/columns").asInt()).isEqualTo(3);
    }

    private static List<String> effects(JsonNode answer) {
        return answer.get("effects")
                .valueStream()
                .map(effect -> effect.at("/repair/type").asText() + " "
                        + effect.get("changedCells").asLong() + " "
                        + effect.get("removedRows").asLong() + " "
                        + effect.get("removedColumns").asLong())
                .toList();
    }
}
