package dev.signalbox.agent.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The schema that a model is given and the records that read its answer say the same.
class ProposalSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ProposalSchema.text());

    @Test
    void theFileIsWhatTheRecordsSay() throws Exception {
        String derived = SchemaMaker.make().toPrettyString() + "\n";
        Path proposed = Files.writeString(Path.of("target", "proposal.schema.json"), derived);

        assertThat(JSON.readTree(ProposalSchema.text()))
                .as("The records have changed: copy %s over the file in src/main/resources", proposed)
                .isEqualTo(JSON.readTree(derived));
    }

    @Test
    void whatTheRecordsAcceptTheSchemaAccepts() throws Exception {
        for (String action : Samples.ACTIONS) {
            JsonNode whole = JSON.readTree("{\"id\":\"p1\",\"action\":" + action
                    + ",\"rationale\":\"why\",\"evidence\":[{\"fact\":\"/data/rows\",\"value\":5}],"
                    + "\"alternatives\":[{\"action\":{\"type\":\"finish\"},\"reason\":\"too early\"}]}");

            assertThat(reads(whole)).as(action).isTrue();
            assertThat(SCHEMA.validate(whole)).as(action).isEmpty();
        }
    }

    @Test
    void neitherAcceptsLessOrMoreThanAnAction() throws Exception {
        for (String action : Samples.ACTIONS) {
            ObjectNode whole = (ObjectNode) JSON.readTree("{\"action\":" + action + "}");
            for (ObjectNode changed : changes(whole)) {
                assertThat(SCHEMA.validate(changed).isEmpty())
                        .as(changed.toString())
                        .isEqualTo(reads(changed));
            }
        }
    }

    /// Each member of each object left out once, and a strange one added to each object once; but for the
    /// labels of `drop_rows`, which go with the condition: a rule of two members is the records' alone.
    private static List<ObjectNode> changes(ObjectNode whole) {
        List<ObjectNode> changed = new ArrayList<>();
        for (String pointer : objects(whole, "")) {
            List<String> names = new ArrayList<>();
            whole.at(pointer).fieldNames().forEachRemaining(names::add);
            names.removeIf(name -> name.equals("labels") && whole.at(pointer).has("condition"));
            for (String name : names) {
                ObjectNode copy = whole.deepCopy();
                ((ObjectNode) copy.at(pointer)).remove(name);
                changed.add(copy);
            }
            if (!pointer.endsWith("/labels")) {
                ObjectNode copy = whole.deepCopy();
                ((ObjectNode) copy.at(pointer)).put("strange", 1);
                changed.add(copy);
            }
        }
        return changed;
    }

    private static List<String> objects(JsonNode node, String pointer) {
        List<String> found = new ArrayList<>();
        if (node.isObject() && !pointer.endsWith("/labels")) {
            found.add(pointer);
            node.properties().forEach(e -> found.addAll(objects(e.getValue(), pointer + "/" + e.getKey())));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(objects(node.get(i), pointer + "/" + i));
        }
        return found;
    }

    private static boolean reads(JsonNode whole) {
        byte[] bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
        return ProposalReader.read(bytes, "test", "test") instanceof Reading.Understood;
    }
}
