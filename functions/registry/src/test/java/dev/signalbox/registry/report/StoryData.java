package dev.signalbox.registry.report;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.profile.Histogram;
import dev.signalbox.contract.profile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The data of [Stories]: a profile and what was noticed.
final class StoryData {
    private StoryData() {}

    static DatasetProfile profile() {
        return new DatasetProfile(
                4_446,
                List.of(
                        number("income", 0, 4_000, 141, 3.2),
                        number("age", 18, 68, 37, 1.4),
                        number("amount", 100, 5_000, 1_039, 2.1),
                        number("time", 6, 72, 48, 0.9),
                        text("home", List.of("owner", "rent", "parents", "other", "private", "ignore"), 0.1),
                        text("job", List.of("fixed", "freelance", "partime", "others"), 0.04),
                        text("marital", List.of("married", "single", "separated", "widow", "divorced"), 0.02),
                        text("records", List.of("no", "yes"), 0),
                        text("default", List.of("no", "yes"), 0)),
                0,
                "default",
                Task.BINARY);
    }

    static ColumnProfile number(String name, double low, double high, double mean, double skew) {
        List<Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            edges.add(low + (high - low) * Math.pow(i / 20.0, skew));
            if (i > 0) {
                counts.add(222L);
            }
        }
        return new ColumnProfile(
                name,
                ColumnType.INTEGER,
                (long) (skew * 60),
                (long) (high - low) / 2,
                low,
                high,
                mean,
                mean / 2,
                List.of(),
                List.of(),
                new Histogram(edges, counts));
    }

    static ColumnProfile text(String name, List<String> values, double missing) {
        List<ValueCount> top = new ArrayList<>();
        long count = 3_100;
        for (String value : values) {
            top.add(new ValueCount(value, count));
            count = count / 3 + 11;
        }
        return new ColumnProfile(
                name,
                ColumnType.TEXT,
                (long) (missing * 4_446),
                values.size(),
                null,
                null,
                null,
                null,
                List.of(),
                top,
                null);
    }

    static List<Finding> findings() {
        return List.of(
                new Finding(
                        FindingCode.LEAKAGE,
                        Severity.ERROR,
                        "repaid_on",
                        "repaid_on is filled for every loan that was repaid and for no other: it gives the answer away.",
                        new TreeMap<>(Map.of("auc", 0.998, "rows", 4_446.0)),
                        List.of(new Repair.DropColumn("repaid_on"))),
                new Finding(
                        FindingCode.DRIFT,
                        Severity.WARNING,
                        "income",
                        "income has moved away from the champion's training data: the median rose from 120 to 141.",
                        new TreeMap<>(Map.of("psi", 0.31)),
                        List.of()),
                new Finding(
                        FindingCode.REJECTED_ROWS,
                        Severity.INFO,
                        null,
                        "8 rows have too few fields and were set aside.",
                        new TreeMap<>(Map.of("rows", 8.0)),
                        List.of()));
    }
}
