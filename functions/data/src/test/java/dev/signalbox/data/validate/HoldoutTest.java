package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.stage.DataVerdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A holdout that the user brought.
class HoldoutTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @CsvSource({"50, ERROR, UNUSABLE", "5, WARNING, USABLE", "1, INFO, USABLE"})
    void countsTheRowsThatCouldNotBeRead(long rejected, Severity severity, DataVerdict verdict) {
        DatasetRef train = bench.table("SELECT * FROM (" + Tables.customers(300) + ")");
        DatasetRef read = bench.seed(0.1).table(Tables.customers(150));
        DatasetRef holdout = new DatasetRef(read.table(), read.rows(), read.columns(), rejected, null);

        Judged judged = bench.judge(train, holdout);

        Finding finding = judged.one(FindingCode.REJECTED_ROWS);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.message()).contains(" of " + (150 + rejected) + " of the holdout could not be read");
        assertThat(judged.result().verdict()).isEqualTo(verdict);
    }

    @Test
    void comparesABroughtHoldout() {
        DatasetRef train = bench.table("SELECT * FROM (" + Tables.customers(300) + ")");
        DatasetRef same = bench.table("SELECT * FROM (" + Tables.customers(300) + ") LIMIT 25");
        Judged shared = bench.judge(train, same);
        DatasetRef other = bench.seed(0.7)
                .table("SELECT * EXCLUDE (rooms, plan), rooms::VARCHAR || 'x' AS rooms FROM (" + Tables.customers(100)
                        + ")");
        Judged different = bench.judge(train, other);

        assertThat(shared.one(FindingCode.LEAKAGE).evidence()).containsEntry("rows", 25.0);
        assertThat(shared.result().verdict()).isEqualTo(DataVerdict.USABLE);
        assertThat(different.errors())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(FindingCode.MISSING_COLUMN, FindingCode.TYPE_CHANGED);
        assertThat(different.result().verdict()).isEqualTo(DataVerdict.UNUSABLE);
        DatasetRef fresh = bench.seed(0.1).table(Tables.customers(100));
        assertThat(bench.judge(train, fresh).findings()).isEmpty();
    }

    @Test
    void findsClassesOfTheHoldoutThatNobodyCanLearn() {
        Judged judged = bench.judge(
                bench.table("SELECT random() AS x, ['a', 'b'][1 + range % 2] AS y FROM range(200)"),
                bench.table("SELECT random() AS x, ['a', 'c', NULL][1 + range % 3] AS y FROM range(60)"));

        assertThat(judged.one(FindingCode.UNSEEN_CATEGORY).message()).contains("'c'");
        assertThat(judged.one(FindingCode.TARGET_NULLS).severity()).isEqualTo(Severity.WARNING);
    }
}
