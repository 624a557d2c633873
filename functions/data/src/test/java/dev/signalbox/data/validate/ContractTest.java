package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.runtime.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @Test
    void refusesAMissingColumn() {
        bench.judge(Tables.customers(400));
        Judged judged = bench.seed(0.7).judge("SELECT * EXCLUDE (rooms) FROM (" + Tables.customers(400) + ")");

        Finding finding = judged.one(FindingCode.MISSING_COLUMN);
        assertThat(finding.column()).isEqualTo("rooms");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.UNUSABLE);
    }

    @Test
    void findsRenamedColumnsByNameAndValues() {
        bench.judge(Tables.customers(400));
        Judged judged = bench.seed(0.7)
                .judge("SELECT * EXCLUDE (income, plan), income AS \"Incomes\", plan AS tariff FROM ("
                        + Tables.customers(400) + ")");

        assertThat(judged.of(FindingCode.RENAMED_COLUMN))
                .extracting(Finding::repairs)
                .containsExactlyInAnyOrder(
                        List.of(new Repair.RenameColumn("Incomes", "income")),
                        List.of(new Repair.RenameColumn("tariff", "plan")));
        assertThat(judged.of(FindingCode.MISSING_COLUMN)).isEmpty();
        assertThat(judged.of(FindingCode.NEW_COLUMN)).isEmpty();
        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.REPAIRABLE);
    }

    @Test
    void takesNoColumnForAnotherWhoseValuesDiffer() {
        bench.judge(Tables.customers(400));
        Judged judged = bench.seed(0.7)
                .judge("SELECT * EXCLUDE (age), 1000 * random() AS ages FROM (" + Tables.customers(400) + ")");

        assertThat(judged.of(FindingCode.RENAMED_COLUMN)).isEmpty();
        assertThat(judged.one(FindingCode.MISSING_COLUMN).message()).contains("'ages'");
    }

    @Test
    void findsChangedTypes() {
        bench.judge(Tables.customers(400));
        Judged judged = bench.seed(0.7)
                .judge("SELECT * REPLACE (CASE WHEN rooms = 5 THEN '5+' ELSE rooms::VARCHAR END AS rooms, 'x' ||"
                        + " income AS income) FROM (" + Tables.customers(400) + ")");

        assertThat(judged.of(FindingCode.TYPE_CHANGED)).hasSize(2);
        assertThat(judged.of(FindingCode.TYPE_CHANGED).getFirst().repairs()).isEmpty();
        assertThat(judged.of(FindingCode.TYPE_CHANGED).getLast().repairs())
                .containsExactly(new Repair.ParseAs("rooms", ColumnType.INTEGER));
    }

    @Test
    void takesWholeNumbersForNumbers() {
        bench.judge(Tables.customers(400));
        Judged judged = bench.seed(0.7)
                .judge("SELECT * REPLACE (age::BIGINT AS age, rooms + 0.5 AS rooms) FROM (" + Tables.customers(400)
                        + ")");

        assertThat(judged.one(FindingCode.TYPE_CHANGED).severity()).isEqualTo(Severity.INFO);
        assertThat(judged.errors()).isEmpty();
    }

    @Test
    void warnsOfAFewValuesOutOfRangeAndOffersToClipThem() {
        DataContract contract = contract(bench.judge(Tables.customers(400)));
        Judged judged = bench.seed(0.7)
                .judge("SELECT * REPLACE (CASE WHEN age > 68 THEN 300 ELSE age END AS age) FROM ("
                        + Tables.customers(400) + ")");

        Finding finding = judged.one(FindingCode.OUT_OF_RANGE);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.evidence()).containsEntry("max", 300.0);
        assertThat(finding.repairs())
                .containsExactly(
                        new Repair.ClipOutliers("age", 0, contract.column("age").high()));
        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.USABLE);
    }

    @Test
    void refusesAColumnInAnotherUnit() {
        bench.judge(Tables.customers(400));
        Judged judged =
                bench.seed(0.7).judge("SELECT * REPLACE (365 * age AS age) FROM (" + Tables.customers(400) + ")");

        assertThat(judged.one(FindingCode.OUT_OF_RANGE).severity()).isEqualTo(Severity.ERROR);
        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.UNUSABLE);
    }

    @Test
    void warnsOfUnseenCategoriesAndMapsTypingErrors() {
        bench.judge(Tables.customers(400));
        Judged judged = bench.seed(0.7)
                .judge("SELECT * REPLACE (CASE WHEN random() < 0.05 THEN 'BASIC ' WHEN random() < 0.05 THEN 'basik'"
                        + " ELSE plan END AS plan) FROM (" + Tables.customers(400) + ")");

        Finding finding = judged.one(FindingCode.UNSEEN_CATEGORY);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.repairs())
                .containsExactly(
                        new Repair.MapLabels("plan", new TreeMap<>(Map.of("BASIC ", "basic", "basik", "basic"))));
    }

    @Test
    void refusesANewClassOfTheTarget() {
        bench.judge(Tables.customers(400));
        Judged judged = bench.seed(0.7)
                .judge("SELECT * REPLACE (CASE WHEN age > 60 THEN 'maybe' ELSE y END AS y) FROM ("
                        + Tables.customers(400) + ")");

        assertThat(judged.one(FindingCode.UNSEEN_CATEGORY).repairs())
                .containsExactly(new Repair.DropRows("y", RowCondition.IN, List.of("maybe")));
        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.REPAIRABLE);
    }

    @Test
    void weighsMissingValuesByTheirShare() {
        bench.judge(Tables.customers(400));
        Judged few = bench.seed(0.7)
                .judge("SELECT * REPLACE (CASE WHEN age > 69 THEN NULL ELSE age END AS age) FROM ("
                        + Tables.customers(400) + ")");
        Judged many = bench.judge("SELECT * REPLACE (CASE WHEN age > 40 THEN NULL ELSE age END AS age) FROM ("
                + Tables.customers(400) + ")");

        assertThat(few.one(FindingCode.NULLS_FOUND).severity()).isEqualTo(Severity.WARNING);
        assertThat(many.one(FindingCode.NULLS_FOUND).severity()).isEqualTo(Severity.ERROR);
        assertThat(many.one(FindingCode.NULLS_FOUND).repairs()).contains(new Repair.DropColumn("age"));
    }

    @Test
    void findsKeysThatRepeat() {
        bench.judge("SELECT row_number() OVER () AS customer_id, * FROM (" + Tables.customers(400) + ")");
        Judged judged = bench.seed(0.7)
                .judge("SELECT (row_number() OVER ()) // 2 AS customer_id, * FROM (" + Tables.customers(400) + ")");

        assertThat(judged.one(FindingCode.DUPLICATE_KEYS).evidence()).containsEntry("rows", 199.0);
    }

    private DataContract contract(Judged judged) {
        ArtifactRef file = judged.result().dataContract();
        assertThat(file).isNotNull();
        return new Documents(bench.environment().artifacts()).read(file, DataContract.class);
    }
}
