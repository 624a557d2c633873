package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.config.QualityConfig;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.ContractShelf;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractLifeTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @Test
    void infersTermsFromTheFirstUsableDataset() {
        DataContract contract =
                contract(bench.judge("SELECT row_number() OVER () AS id, * FROM (" + Tables.customers(400) + ")"));

        assertThat(contract.version()).isEqualTo(1);
        assertThat(contract.target()).isEqualTo("y");
        assertThat(contract.columns()).extracting(ContractColumn::name).startsWith("id", "age", "income");
        assertThat(contract.column("id")).satisfies(id -> {
            assertThat(id.key()).isTrue();
            assertThat(id.required()).isFalse();
            assertThat(id.high()).isNull();
        });
        assertThat(contract.column("age")).satisfies(age -> {
            assertThat(age.low()).isZero();
            assertThat(age.high()).isBetween(90.0, 97.0);
            assertThat(age.nullable()).isFalse();
        });
        assertThat(contract.column("plan").categories()).containsExactlyInAnyOrder("basic", "plus", "gold", "team");
        assertThat(contract.column("score").nullable()).isTrue();
        assertThat(contract.column("since").high()).isNull();
        assertThat(contract.column("member").type()).isEqualTo(ColumnType.BOOLEAN);
    }

    @Test
    void writesNoContractForDataThatCannotBeUsed() {
        Judged judged = bench.judge("SELECT 1.5 AS x, 'a' AS y FROM range(60)");

        assertThat(judged.result().dataContract()).isNull();
        assertThat(bench.environment().ledger().register("p", "contract")).isEmpty();
    }

    @Test
    void keepsAndEnforcesTheFirstContract() {
        ArtifactRef first = bench.judge(Tables.customers(400)).result().dataContract();
        Judged second =
                bench.seed(0.7).judge("SELECT *, 1 + range(3)[1] AS extra FROM (" + Tables.customers(500) + ")");

        assertThat(second.result().dataContract()).isEqualTo(first);
        assertThat(second.one(FindingCode.NEW_COLUMN).severity()).isEqualTo(Severity.INFO);
        assertThat(second.one(FindingCode.NEW_COLUMN).column()).isEqualTo("extra");
        assertThat(bench.environment()
                        .ledger()
                        .register("p", "contract")
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void infersTheNextVersionOnlyWhenAskedAndOnlyForNewTerms() {
        bench.judge(Tables.customers(400));
        bench.quality(new QualityConfig(0, 0, true));
        String other = "SELECT * EXCLUDE (rooms) FROM (" + Tables.customers(400) + ")";

        Judged judged = bench.judge(other);
        assertThat(contract(judged).version()).isEqualTo(2);
        assertThat(judged.of(FindingCode.MISSING_COLUMN)).isEmpty();
        assertThat(contract(judged).column("rooms")).isNull();

        assertThat(bench.judge(other).result().dataContract())
                .isEqualTo(judged.result().dataContract());
        bench.quality(QualityConfig.defaults());
        assertThat(bench.judge(other).errors()).isEmpty();
    }

    @Test
    void exemptsIgnoredColumns() {
        bench.judge(Tables.customers(400));
        Judged judged = bench.ignoring("rooms").judge("SELECT * EXCLUDE (rooms) FROM (" + Tables.customers(400) + ")");

        assertThat(judged.of(FindingCode.MISSING_COLUMN)).isEmpty();
    }

    @Test
    void letsTheWinnerOfARaceRule() {
        TestEnvironment environment = bench.environment();
        ContractShelf shelf = new ContractShelf(environment.ledger(), new Documents(environment.artifacts()), "p");
        DataContract winner = contract(bench.judge(Tables.houses(200)));

        ContractShelf.Kept kept = shelf.replace(Optional.empty(), new DataContract(1, "y", 7, List.of()), "late");

        assertThat(kept.contract()).isEqualTo(winner);
        assertThat(environment.ledger().register("p", "contract").orElseThrow().version())
                .isEqualTo(1);
    }

    private DataContract contract(Judged judged) {
        ArtifactRef file = judged.result().dataContract();
        assertThat(file).isNotNull();
        return new Documents(bench.environment().artifacts()).read(file, DataContract.class);
    }
}
