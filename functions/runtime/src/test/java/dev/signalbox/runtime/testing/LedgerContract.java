package dev.signalbox.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.store.LedgerChain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every ledger does.
public abstract class LedgerContract {
    private static final int WRITERS = 50;
    private static final ArtifactRef REF = new ArtifactRef("file:///a", "0".repeat(64), 1, "application/json");

    /// An empty ledger; called again in one test it opens the same one.
    protected abstract Ledger ledger();

    @Test
    void chainsTheEntriesOfARun() {
        try (Ledger ledger = ledger()) {
            ledger.append("r", new LedgerEvent.RunStarted("p", REF));
            ledger.append("r", new LedgerEvent.StageFinished("ingest", null, "f", false, 12, 0, "h"));
            ledger.append("other", new LedgerEvent.RunStarted("p", REF));
            ledger.append("r", new LedgerEvent.RunEnded(Outcome.REJECTED, "why", null));

            assertUnbroken(ledger.entries("r"), 3);
            assertThat(ledger.entries("nobody")).isEmpty();
        }
    }

    @Test
    void chainsWhatOperatorsDoApartFromRuns() {
        try (Ledger ledger = ledger()) {
            LedgerEntry halted = ledger.appendOperation("p", new LedgerEvent.AgentHalted("wrong labels", "mia"));
            ledger.append("p", new LedgerEvent.RunStarted("p", REF));
            ledger.appendOperation("q", new LedgerEvent.AgentHalted("other", "mia"));
            LedgerEntry released = ledger.appendOperation("p", new LedgerEvent.AgentReleased("", "mia"));

            assertThat(ledger.operations("p")).containsExactly(halted, released);
            assertUnbroken(ledger.operations("p"), 2);
            assertThat(ledger.entries("p")).hasSize(1);
            assertThat(ledger.operations("nobody")).isEmpty();
        }
    }

    @Test
    void losesNoneOfFiftyConcurrentAppends() throws Exception {
        try (Ledger ledger = ledger()) {
            together(i -> ledger.append("r", new LedgerEvent.StageFailed("s" + i, "e", "m")));

            assertUnbroken(ledger.entries("r"), WRITERS);
        }
    }

    @Test
    void givesAClaimToTheFirstAndRemembersIt() throws Exception {
        try (Ledger ledger = ledger()) {
            List<String> holders = together(i -> ledger.claim("p", "version", "run-" + i));

            assertThat(holders.stream().distinct()).hasSize(1);
            assertThat(ledger.claim("p", "version", "late")).isEqualTo(holders.getFirst());
            assertThat(ledger.claim("q", "version", "late")).isEqualTo("late");
        }
    }

    @Test
    void letsOneOfFiftyChallengersWin() throws Exception {
        try (Ledger ledger = ledger()) {
            List<Boolean> won = together(i -> ledger.moveChampion(0, version(1, "run-" + i)));

            assertThat(won).containsOnlyOnce(true);
            assertThat(ledger.versions("p")).hasSize(1);
        }
    }

    @Test
    void movesTheChampionOnlyFromTheVersionThatWasSeen() {
        try (Ledger ledger = ledger()) {
            assertThat(ledger.champion("p")).isEmpty();
            assertThat(ledger.moveChampion(0, version(1, "a"))).isTrue();
            assertThat(ledger.moveChampion(0, version(1, "b"))).isFalse();
            assertThat(ledger.moveChampion(1, version(2, "c"))).isTrue();

            assertThat(ledger.champion("p"))
                    .hasValueSatisfying(now -> assertThat(now).isEqualTo(version(2, "c")));
            assertThat(ledger.versions("p")).containsExactly(version(2, "c"), version(1, "a"));
        }
    }

    @Test
    void setsARegisterOnlyFromTheVersionThatWasSeen() {
        try (Ledger ledger = ledger()) {
            assertThat(ledger.setRegister("p", "contract", 0, REF)).isTrue();
            assertThat(ledger.setRegister("p", "contract", 0, REF)).isFalse();
            assertThat(ledger.setRegister("p", "contract", 1, REF)).isTrue();

            assertThat(ledger.register("p", "contract")).contains(new Ledger.Register(2, REF));
            assertThat(ledger.register("q", "contract")).isEmpty();
        }
    }

    @Test
    void listsRunsNewestFirst() {
        try (Ledger ledger = ledger()) {
            ledger.index(run("a", "p", "2026-01-01T00:00:00Z"));
            ledger.index(run("b", "p", "2026-01-03T00:00:00Z"));
            ledger.index(run("c", "q", "2026-01-02T00:00:00Z"));

            assertThat(ledger.runs(null, 10)).extracting(RunRecord::runId).containsExactly("b", "c", "a");
            assertThat(ledger.runs("p", 1)).extracting(RunRecord::runId).containsExactly("b");
            assertThat(ledger.run("c"))
                    .hasValueSatisfying(found -> assertThat(found.pipeline()).isEqualTo("q"));
        }
    }

    @Test
    void replacesTheLineOfARun() {
        try (Ledger ledger = ledger()) {
            RunRecord started = run("a", "p", "2026-01-01T00:00:00.000123Z");
            RunRecord ended = new RunRecord(
                    "p",
                    "a",
                    "v",
                    "file:///d.csv",
                    started.startedAt(),
                    Instant.parse("2026-01-02T00:00:00Z"),
                    Outcome.REJECTED,
                    "why");
            ledger.index(started);
            ledger.index(ended);
            ledger.index(ended);

            assertThat(ledger.runs("p", 10)).containsExactly(ended);
            assertThat(ledger.runs(null, 10)).containsExactly(ended);
            assertThat(ledger.run("a")).contains(ended);
            assertThat(ledger.run("b")).isEmpty();
        }
    }

    @Test
    void listsEachOfFiftyRunsThatBeginTogether() throws Exception {
        try (Ledger ledger = ledger()) {
            together(i -> {
                ledger.index(run("run-" + i, "p", "2026-01-01T00:00:00Z"));
                return i;
            });

            assertThat(ledger.runs("p", 1_000)).hasSize(WRITERS);
            assertThat(ledger.runs(null, 7)).hasSize(7);
        }
    }

    @Test
    void setsARegisterForOneOfFifty() throws Exception {
        try (Ledger ledger = ledger()) {
            List<Boolean> set = together(i -> ledger.setRegister("p", "contract", 0, REF));

            assertThat(set).containsOnlyOnce(true);
            assertThat(ledger.register("p", "contract")).contains(new Ledger.Register(1, REF));
        }
    }

    @Test
    void refusesARegisterAndAChampionThatNobodyCanHaveSeen() {
        try (Ledger ledger = ledger()) {
            assertThat(ledger.setRegister("p", "contract", 3, REF)).isFalse();
            assertThat(ledger.moveChampion(3, version(4, "a"))).isFalse();
            assertThat(ledger.moveChampion(0, version(2, "a"))).isFalse();

            assertThat(ledger.register("p", "contract")).isEmpty();
            assertThat(ledger.champion("p")).isEmpty();
        }
    }

    @Test
    void keepsPipelinesAndRunsOfSimilarNamesApart() {
        try (Ledger ledger = ledger()) {
            ledger.index(run("a", "p", "2026-01-01T00:00:00Z"));
            ledger.index(run("ab", "p2", "2026-01-01T00:00:00Z"));
            ledger.append("a", new LedgerEvent.RunStarted("p", REF));
            ledger.moveChampion(0, version(1, "a"));

            assertThat(ledger.runs("p", 10)).extracting(RunRecord::runId).containsExactly("a");
            assertThat(ledger.entries("ab")).isEmpty();
            assertThat(ledger.champion("p2")).isEmpty();
        }
    }

    @Test
    void showsWhatAnotherOpenedLedgerWrote() {
        try (Ledger one = ledger();
                Ledger other = ledger()) {
            one.append("r", new LedgerEvent.RunStarted("p", REF));

            assertThat(other.append("r", new LedgerEvent.RunEnded(Outcome.REJECTED, "why", null))
                            .sequence())
                    .isEqualTo(2);
            assertUnbroken(one.entries("r"), 2);
        }
    }

    private static void assertUnbroken(List<LedgerEntry> chain, int length) {
        assertThat(chain).hasSize(length);
        LedgerEntry last = null;
        for (LedgerEntry entry : chain) {
            assertThat(LedgerChain.follows(last, entry)).isTrue();
            last = entry;
        }
    }

    private static RunRecord run(String id, String pipeline, String startedAt) {
        return new RunRecord(pipeline, id, "v", "file:///d.csv", Instant.parse(startedAt), null, null, null);
    }

    private static ModelVersion version(int number, String runId) {
        PreparedRef prepared = new PreparedRef(Task.REGRESSION, "y", List.of(), REF, REF, REF, REF, 3, 1, 1);
        return new ModelVersion(
                "p",
                number,
                runId,
                new CandidateRef("c", Algorithm.LINEAR, REF, REF),
                prepared,
                REF,
                REF,
                MetricName.RMSE,
                new TreeMap<>(),
                Instant.parse("2026-01-01T00:00:00Z"),
                "gate",
                null);
    }

    private static <T> List<T> together(IntFunction<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> writers = IntStream.range(0, WRITERS)
                    .<Callable<T>>mapToObj(i -> () -> work.apply(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(writers)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
