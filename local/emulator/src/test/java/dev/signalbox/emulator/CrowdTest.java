package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.runtime.store.LedgerChain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Twenty files of one pipeline at the same moment.
@ExtendWith(DeploymentExtension.class)
class CrowdTest {
    private static final int FILES = 20;

    private final Deployment aws;
    private final Executions executions;

    CrowdTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void isARunForEachFileAndALedgerThatHoldsTogether() throws Exception {
        Tables penguins = Tables.penguins(aws.root());
        List<Future<?>> uploads = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(FILES)) {
            for (int i = 0; i < FILES; i++) {
                int row = i;
                uploads.add(people.submit(() -> executions.upload(key(row), penguins.without(row))));
            }
        }
        for (Future<?> upload : uploads) {
            upload.get();
        }
        List<JsonNode> ended = IntStream.range(0, FILES)
                .mapToObj(i -> executions.output(key(i)))
                .toList();

        assertThat(ended).extracting(one -> one.path("outcome").asText()).containsOnly("promoted", "rejected");
        List<RunRecord> runs = aws.ledger().runs("crowd", 1_000);
        assertThat(runs).hasSize(FILES).allMatch(run -> run.endedAt() != null);
        List<LedgerEvent.ChampionMoved> moves = new ArrayList<>();
        for (RunRecord run : runs) {
            moves.addAll(moves(run.runId()));
        }
        List<ModelVersion> versions = aws.ledger().versions("crowd");
        assertThat(versions)
                .extracting(ModelVersion::version)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, versions.size()).boxed().toList());
        assertThat(moves)
                .as("each version made champion once, from the one before")
                .hasSameSizeAs(versions)
                .allMatch(move -> move.toVersion() == move.fromVersion() + 1);
        assertThat(ended.stream().filter(one -> one.path("outcome").asText().equals("promoted")))
                .hasSameSizeAs(versions);
        assertThat(aws.ledger().champion("crowd").orElseThrow().version()).isEqualTo(versions.size());
    }

    /// The moves of a run, whose chain of hashes is whole.
    private List<LedgerEvent.ChampionMoved> moves(String runId) {
        List<LedgerEvent.ChampionMoved> moves = new ArrayList<>();
        @Nullable LedgerEntry last = null;
        for (LedgerEntry entry : aws.ledger().entries(runId)) {
            assertThat(LedgerChain.follows(last, entry))
                    .as(runId + ", entry " + entry.sequence())
                    .isTrue();
            last = entry;
            if (entry.event() instanceof LedgerEvent.ChampionMoved move) {
                moves.add(move);
            }
        }
        return moves;
    }

    private static String key(int number) {
        return "incoming/crowd/penguins-" + number + ".csv";
    }
}
