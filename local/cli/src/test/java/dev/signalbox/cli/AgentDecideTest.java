package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentDecideTest {
    private static final String SHORT = """
            {"candidates": [{"candidateId": "baseline", "score": 0.5},
                            {"candidateId": "linear-1", "score": 0.8}]}""";

    @TempDir
    Path folder;

    @Test
    void aViewOfAFewWordsIsDecided() throws IOException {
        view("short", SHORT);

        JsonNode line = decide().getFirst();

        assertThat(line.path("case").asText()).isEqualTo("short");
        assertThat(line.path("decision").path("situation").asText()).isEqualTo("models");
        assertThat(line.path("decision").path("action"))
                .hasToString("{\"type\":\"promote\",\"candidateId\":\"linear-1\"}");
        assertThat(line.path("decision").path("rule").asText()).isEqualTo("promote_best");
        assertThat(line.path("explanation").asText()).contains("ROC AUC 0.8").contains("no champion yet");
        assertThat(line.has("error")).isFalse();
    }

    @Test
    void aFindingWithARepairIsAboutTheData() throws IOException {
        view("leak", """
                {"findings": [{"code": "leakage", "column": "code",
                               "repairs": [{"type": "drop_column", "column": "code"}]}]}""");

        assertThat(decide().getFirst().at("/decision/action"))
                .hasToString("{\"type\":\"repair_data\",\"repairs\":[{\"type\":\"drop_column\",\"column\":\"code\"}]}");
    }

    @Test
    void aBrokenCaseSaysWhyAndTheOthersGoOn() throws IOException {
        view("a-rubbish", "{not json");
        view("b-list", "[1, 2]");
        view("c-number", "{\"candidates\": [{\"candidateId\": \"linear-1\", \"score\": \"much\"}]}");
        view("d-action", "{\"decisions\": [{\"action\": {\"type\": \"launch_rockets\"}}]}");
        Files.createDirectories(folder.resolve("cases/e-empty"));
        view("f-fine", SHORT);

        List<JsonNode> lines = decide();

        assertThat(lines)
                .extracting(line -> line.path("case").asText())
                .isSorted()
                .hasSize(6);
        assertThat(lines.subList(0, 5)).allSatisfy(line -> {
            assertThat(line.at("/error/type").asText()).isEqualTo("InvalidInput");
            assertThat(line.has("decision")).isFalse();
        });
        assertThat(lines.getLast().at("/decision/action/type").asText()).isEqualTo("promote");
    }

    @Test
    void theRealStagesMakeTheFactsOfAFile() throws IOException {
        Path data = Files.createDirectories(folder.resolve("cases/leak/data"));
        Penguins.read()
                .with("species_code", row -> Integer.toString(row.charAt(0)))
                .write(data.resolve("penguins.csv"));
        view("leak", "{\"target\": \"species\", \"budget\": {\"decisions\": 3}}");

        JsonNode line = decide().getFirst();

        assertThat(line.at("/decision/situation").asText()).as(line.toString()).isEqualTo("data");
        assertThat(line.at("/decision/action/repairs"))
                .hasToString("[{\"type\":\"drop_column\",\"column\":\"species_code\"}]");
        assertThat(folder.resolve("cases/leak/data/.signalbox")).doesNotExist();
    }

    @Test
    void aUsableFileComesToTheJunctionAboutModels() throws IOException {
        Path data = Files.createDirectories(folder.resolve("cases/fine/data"));
        Files.copy(Commands.PENGUINS, data.resolve("penguins.csv"));
        Files.writeString(data.resolve("pipeline.yaml"), """
                name: p
                target: species
                train: {algorithms: [baseline, linear]}
                """);

        JsonNode rules = decide().getFirst();
        JsonNode search = decide("--planner", "search").getFirst();

        assertThat(rules.at("/decision/situation").asText())
                .as(rules.toString())
                .isEqualTo("models");
        assertThat(rules.at("/decision/planner").asText()).isEqualTo("rules");
        assertThat(search.at("/decision/planner").asText()).isEqualTo("search");
        assertThat(search.path("viewDigest")).isEqualTo(rules.path("viewDigest"));
    }

    @Test
    void aFileThatCannotBeReadComesToTheJunctionAboutFailures() throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("cases/empty/data")).resolve("x.csv"), "");
        view("empty", "{\"target\": \"y\"}");

        JsonNode line = decide().getFirst();

        assertThat(line.at("/decision/situation").asText()).as(line.toString()).isEqualTo("failure");
        assertThat(line.at("/decision/action/type").asText()).isEqualTo("quarantine");
    }

    @Test
    void aFolderWithoutCasesIsAnError() throws IOException {
        Files.createDirectories(folder.resolve("cases"));

        CommandLineRun run = CommandLineRun.of("agent", "decide", folder.resolve("cases"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("holds no case");
    }

    private void view(String name, String json) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("cases").resolve(name)).resolve("view.json"), json);
    }

    private List<JsonNode> decide(Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("agent", "decide", folder.resolve("cases")));
        words.addAll(List.of(options));
        CommandLineRun run = CommandLineRun.of(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().split("\n")) {
            lines.add(ContractJson.LENIENT.readTree(line));
        }
        return lines;
    }
}
