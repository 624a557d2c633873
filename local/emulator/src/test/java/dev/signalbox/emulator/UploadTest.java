package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.store.LedgerChain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/// One upload to S3, from nothing to a champion.
@ExtendWith(DeploymentExtension.class)
class UploadTest {
    private final Deployment aws;
    private final Executions executions;

    @TempDir
    private Path folder;

    UploadTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void promotesTheModelThatALaptopPromotesToTheLastBit() throws IOException {
        Path data = aws.root().resolve("examples/penguins/penguins.csv");
        executions.upload("incoming/penguins/penguins.csv", data);

        JsonNode ended = executions.output("incoming/penguins/penguins.csv");
        String runId = ended.path("run").path("runId").asText();

        assertThat(ended.path("outcome").asText()).isEqualTo("promoted");
        ModelVersion champion = aws.ledger().champion("penguins").orElseThrow();
        assertThat(champion.runId()).isEqualTo(runId);
        JsonNode laptop = Executions.json(aws.script()
                .run("./signalbox", "run", "examples/penguins", "--json", "--quiet", "--workspace", folder.toString()));
        assertThat(champion.candidate().candidateId())
                .isEqualTo(laptop.path("champion").path("candidateId").asText());
        assertThat(ContractJson.LENIENT.<JsonNode>valueToTree(champion.metrics()))
                .isEqualTo(laptop.path("champion").path("metrics"));
        assertEachArtifactIsThereWithItsHash(ended);
        assertTheLedgerIsWhole(runId);
    }

    private void assertEachArtifactIsThereWithItsHash(JsonNode ended) {
        List<JsonNode> artifacts = new ArrayList<>();
        ended.findParents("sha256").forEach(artifacts::add);
        assertThat(artifacts).hasSizeGreaterThan(10);
        assertThat(artifacts).extracting(one -> one.path("uri").asText()).anyMatch(uri -> uri.endsWith(".html"));
        try (S3Client s3 = aws.s3()) {
            for (JsonNode artifact : artifacts) {
                String[] place = artifact.path("uri")
                        .asText()
                        .substring("s3://".length())
                        .split("/", 2);
                byte[] bytes = s3.getObjectAsBytes(get -> get.bucket(place[0]).key(place[1]))
                        .asByteArray();
                assertThat(Digests.sha256(bytes))
                        .as(place[1])
                        .isEqualTo(artifact.path("sha256").asText());
            }
        }
    }

    private void assertTheLedgerIsWhole(String runId) {
        List<LedgerEntry> entries = aws.ledger().entries(runId);
        @Nullable LedgerEntry last = null;
        for (LedgerEntry entry : entries) {
            assertThat(LedgerChain.follows(last, entry))
                    .as("entry " + entry.sequence())
                    .isTrue();
            last = entry;
        }
        assertThat(entries)
                .extracting(entry -> entry.event().getClass().getSimpleName())
                .contains("StageFinished", "DecisionMade", "HoldoutOpened", "ChampionMoved", "RunEnded");
        assertThat(aws.ledger().run(runId).orElseThrow().endedAt()).isNotNull();
    }
}
