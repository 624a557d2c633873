package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.runtime.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateHandlerTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @Test
    void answersARepeatedRequestFromTheCache() {
        DatasetRef table = bench.table(Tables.customers(200));
        Judged first = bench.judge(table);
        // The first call put a contract in force, so that the second is another question with the same answer.
        Judged second = bench.judge(table);
        Judged third = bench.judge(table);

        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        assertThat(finished()).extracting(LedgerEvent.StageFinished::cached).containsExactly(false, false, true);
    }

    @Test
    void asksAnewWhenTheConfigurationChanges() {
        DatasetRef table = bench.table(Tables.customers(200));
        bench.judge(table);
        bench.judge(table);
        bench.ignoring("plan").judge(table);

        assertThat(finished()).extracting(LedgerEvent.StageFinished::cached).containsOnly(false);
    }

    @Test
    void doesNotMissWhatADecisionTookOut() {
        bench.judge(Tables.customers(300));
        String without = "SELECT * EXCLUDE (plan) FROM (" + Tables.customers(300) + ")";
        assertThat(bench.judge(without).result().verdict()).isEqualTo(DataVerdict.UNUSABLE);

        decide(new Action.RepairData(List.of(new Repair.DropColumn("plan"))));

        Judged judged = bench.judge(without);
        assertThat(judged.one(FindingCode.MISSING_COLUMN).severity()).isEqualTo(Severity.INFO);
        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.USABLE);
    }

    @Test
    void leadsALeakThroughRepairToAContractWithoutIt() {
        Judged leaky = bench.judge("SELECT *, y AS answer FROM (" + Tables.customers(300) + ")");
        assertThat(leaky.result().verdict()).isEqualTo(DataVerdict.REPAIRABLE);
        assertThat(leaky.result().dataContract()).isNull();
        decide(new Action.RepairData(leaky.errors().getFirst().repairs()));

        Judged repaired = bench.judge(Tables.customers(300));
        assertThat(repaired.result().verdict()).isEqualTo(DataVerdict.USABLE);
        assertThat(repaired.result().dataContract()).isNotNull();
    }

    @Test
    void refusesATableThatIsNotTheOneReferredTo() {
        DatasetRef table = bench.table(Tables.customers(50));
        DatasetRef wrong = new DatasetRef(table.table(), 60, table.columns());

        assertThatThrownBy(() -> bench.judge(wrong))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has 50 rows; expected 60");
    }

    @Test
    void refusesAFileThatIsNoTable() {
        ArtifactRef rubbish = bench.environment()
                .artifacts()
                .write(
                        "tables",
                        "t.parquet",
                        "application/vnd.apache.parquet",
                        "rubbish".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> bench.judge(new DatasetRef(rubbish, 1, 1))).isInstanceOf(InvalidInput.class);
    }

    private List<LedgerEvent.StageFinished> finished() {
        return bench.environment().ledger().entries("run-1").stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.StageFinished.class::isInstance)
                .map(LedgerEvent.StageFinished.class::cast)
                .toList();
    }

    private void decide(Action action) {
        ArtifactRef view = new ArtifactRef("file:///view", "0".repeat(64), 0, "application/json");
        Decision decision = new Decision("d1", Situation.DATA, "v", view, List.of(), action, "a", false);
        ArtifactRef file = new Documents(bench.environment().artifacts()).write("decide", "decision.json", decision);
        bench.environment().ledger().append("run-1", new LedgerEvent.DecisionMade("d1", action.type(), file));
    }
}
