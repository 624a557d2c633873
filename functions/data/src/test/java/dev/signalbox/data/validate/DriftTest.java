package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.QualityConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.DataVerdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void crown() {
        bench = new Bench(folder);
        crown(bench.judge(Tables.customers(600)).result().profile());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 300, 3000})
    void findsNoDriftInAnotherSampleOfTheSame(int rows) {
        for (double seed = -0.9; seed < 1; seed += 0.2) {
            assertThat(bench.seed(seed).judge(Tables.customers(rows)).of(FindingCode.DRIFT))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age: 0.7 * age",
                "plan: CASE WHEN random() < 0.6 THEN 'gold' ELSE plan END",
                "score: CASE WHEN random() < 0.3 THEN NULL ELSE score END",
                "rooms: rooms // 2",
                "member: random() < 0.9",
                "y: CASE WHEN random() < 0.9 THEN 'yes' ELSE 'no' END"
            })
    void findsAShiftedColumn(String shift) {
        String column = shift.substring(0, shift.indexOf(':'));
        String expression = shift.substring(shift.indexOf(':') + 1);
        Judged judged = bench.seed(0.7)
                .judge("SELECT * REPLACE (" + expression + " AS " + column + ") FROM (" + Tables.customers(600) + ")");

        Finding finding = judged.one(FindingCode.DRIFT);
        assertThat(finding.column()).isEqualTo(column);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.evidence().get("psi")).isGreaterThan(0.25);
        assertThat(finding.evidence().get("p_value")).isLessThan(0.001);
        assertThat(finding.evidence()).containsEntry("rows", 600.0).containsEntry("champion_rows", 600.0);
        // Labels that chance gives go with nothing any more, which is worse than drift.
        assertThat(judged.result().verdict()).isEqualTo(column.equals("y") ? DataVerdict.UNUSABLE : DataVerdict.USABLE);
    }

    @Test
    void takesTheLimitFromTheConfiguration() {
        String shifted = "SELECT * REPLACE (0.7 * age AS age) FROM (" + Tables.customers(600) + ")";

        assertThat(bench.seed(0.7)
                        .quality(new QualityConfig(0, 10, false))
                        .judge(shifted)
                        .of(FindingCode.DRIFT))
                .isEmpty();
    }

    @Test
    void expectsTimeToPass() {
        Judged judged = bench.seed(0.7)
                .judge("SELECT * REPLACE ((since + 400)::DATE AS since) FROM (" + Tables.customers(600) + ")");

        assertThat(judged.findings()).isEmpty();
    }

    private void crown(ArtifactRef profile) {
        ArtifactRef any = new ArtifactRef("file:///any", "0".repeat(64), 0, "application/json");
        ModelVersion version = new ModelVersion(
                "p",
                1,
                "run-0",
                new CandidateRef("c1", Algorithm.XGBOOST, any, any),
                new PreparedRef(Task.BINARY, "y", List.of("no", "yes"), any, any, any, any, 1, 1, 1),
                profile,
                any,
                MetricName.ROC_AUC,
                new TreeMap<>(),
                Instant.parse("2026-01-01T00:00:00Z"),
                "gate",
                null);
        assertThat(bench.environment().ledger().moveChampion(0, version)).isTrue();
    }
}
