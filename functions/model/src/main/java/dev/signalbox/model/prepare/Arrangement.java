package dev.signalbox.model.prepare;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.config.SplitKind;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How rows are divided where the pipeline does not say it: by the entity that many rows are of, or by time,
/// where a random split would promise more than a model keeps ([Flattery]). Where the pipeline wants a random
/// split it has it, and the finding says what it flatters.
///
/// @param plan what is read as what, and what divides
/// @param table in the plan's order
/// @param findings what was noticed
record Arrangement(ColumnPlan plan, Table table, List<Finding> findings) {
    private static final int MOST_TIMES = 2;
    private static final int LONGEST_NAME = 60;

    /// @param metric the primary metric
    static Arrangement of(ColumnPlan plan, Table table, Target target, Shares shares, MetricName metric) {
        if (plan.splitColumn() != null) {
            return new Arrangement(plan, table, List.of());
        }
        List<Finding> findings = new ArrayList<>();
        for (Option option : options(plan, table, target)) {
            ColumnPlan divided = plan.dividedBy(option.kind(), option.column());
            Table arranged = divided.arranged(table);
            Flattery flattery = flattery(plan, table, divided, arranged, target, shares, metric);
            if (flattery == null || !flattery.matters()) {
                continue;
            }
            boolean chosen = plan.splitKind() == SplitKind.AUTO && option.certain();
            findings.add(option.finding(flattery, metric, chosen));
            if (chosen) {
                return new Arrangement(divided, arranged, List.copyOf(findings));
            }
        }
        return new Arrangement(plan, table, List.copyOf(findings));
    }

    private static List<Option> options(ColumnPlan plan, Table table, Target target) {
        List<Option> options = new ArrayList<>();
        List<Option> times = new ArrayList<>();
        for (int i = 0; i < plan.features().size(); i++) {
            TableRequest.Column column = plan.features().get(i);
            Optional<Entity> entity = Entity.of(table.columns().get(i), target);
            entity.ifPresent(of -> options.add(new Option(SplitKind.GROUP, column, of.groups(), of.certain())));
            if (column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP) {
                times.add(new Option(SplitKind.TIME, column, 0, true));
            }
        }
        options.addAll(times.subList(0, Math.min(MOST_TIMES, times.size())));
        return options;
    }

    /// Null where the rows cannot be divided so.
    private static @org.jspecify.annotations.Nullable Flattery flattery(
            ColumnPlan plan,
            Table table,
            ColumnPlan divided,
            Table arranged,
            Target target,
            Shares shares,
            MetricName metric) {
        try {
            RowSplit split = new Splitter(divided, arranged, target, shares).split();
            return Flattery.of(plan.features(table), target, split, metric, shares.seed())
                    .orElse(null);
        } catch (StageFailure e) {
            // A part without a class, or one group of nearly all rows: then it is no way to divide.
            return null;
        }
    }

    /// @param kind group or time
    /// @param column that would divide
    /// @param groups 0 for time
    /// @param certain whether it may be done without being asked
    private record Option(SplitKind kind, TableRequest.Column column, int groups, boolean certain) {
        Finding finding(Flattery flattery, MetricName metric, boolean chosen) {
            String name = "'"
                    + column.name()
                            .substring(0, Math.min(LONGEST_NAME, column.name().length())) + "'";
            String what = kind == SplitKind.GROUP
                    ? "Column " + name + " names " + groups + " entities of many rows each"
                    : "What is to be predicted changes with the time in column " + name;
            String numbers = "A random split would promise a " + metric.id() + " of " + rounded(flattery.random())
                    + "; on " + (kind == SplitKind.GROUP ? "entities" : "a time")
                    + " that the model has not seen it is "
                    + rounded(flattery.honest()) + ".";
            String advice = chosen
                    ? "Rows are divided by it."
                    : "Set split.column to it, unless new rows will be of the same "
                            + (kind == SplitKind.GROUP ? "entities." : "time.");
            TreeMap<String, Double> evidence = new TreeMap<>(Map.of(
                    "random", flattery.random(),
                    "honest", flattery.honest(),
                    "pValue", flattery.gain().pValue(),
                    "divided", chosen ? 1.0 : 0.0));
            if (groups > 0) {
                evidence.put("groups", (double) groups);
            }
            return new Finding(
                    kind == SplitKind.GROUP ? FindingCode.REPEATED_ENTITY : FindingCode.CHANGES_IN_TIME,
                    Severity.WARNING,
                    column.name(),
                    what + ". " + numbers + " " + advice,
                    evidence,
                    List.of());
        }

        private static String rounded(double value) {
            return new java.math.BigDecimal(value)
                    .round(new java.math.MathContext(3))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
