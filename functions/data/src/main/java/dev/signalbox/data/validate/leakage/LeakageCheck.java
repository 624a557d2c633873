package dev.signalbox.data.validate.leakage;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.runtime.value.EntityColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column that alone predicts the target almost perfectly is not a feature but the answer.
///
/// Where the lines are drawn: the strongest honest single features known to us take 97 % of the errors away
/// (the odor of mushrooms), 94 % (the petals of irises) and explain 99.2 % of a variance (the length of
/// diamonds for their weight); a copy with 1 % of its labels flipped takes 98 % away. For classes an error
/// starts at 97.5 % and a warning at 96.5 %; for numbers at 99.8 % and 99.5 %.
///
/// More evidence needs less of it: a column with the target's own words ([NoisyCopy]), one that is filled in
/// for one class only ([PresenceRule]), an id, a code hidden in a text ([TextParts]), pieces of a number
/// ([Buckets]).
///
/// Limitations: a copy in other words or numbers with more than about 2 % noise is not told from a strong
/// feature, nor one that is present in few rows; of what several columns together give away, sums alone are
/// found ([TargetSumCheck]).
public final class LeakageCheck implements Check {
    @Override
    public List<Finding> findings(Inspection inspection) {
        ScannedColumn target = inspection.target();
        Task task = inspection.profile().task();
        if (target == null || task == null) {
            return List.of();
        }
        Suspicion suspicion = task.isClassification()
                ? new ClassSuspicion(target.sample(), inspection.rows())
                : new NumberSuspicion(target.sample());
        List<Finding> findings = new ArrayList<>();
        for (ScannedColumn feature : inspection.droppable()) {
            if (feature.profile().distinct() > 0 && !namesEntities(feature, inspection.rows())) {
                suspicion.of(feature).ifPresent(evidence -> findings.add(finding(feature, target, evidence)));
            }
        }
        return findings;
    }

    /// Rows of one patient have one outcome: Prepare divides rows by such a column, and dropping it would only
    /// hide which rows belong together.
    private static boolean namesEntities(ScannedColumn feature, long rows) {
        boolean named = feature.isText() || feature.type() == ColumnType.INTEGER;
        List<ValueCount> top = feature.profile().top();
        return named
                && EntityColumn.of(
                                feature.name(),
                                feature.sample() instanceof SampleColumn.Labels labels ? labels.labels() : List.of(),
                                feature.profile().distinct(),
                                rows - feature.profile().missing(),
                                top.isEmpty() ? 0 : top.getFirst().count())
                        == EntityColumn.CERTAIN;
    }

    private static Finding finding(ScannedColumn feature, ScannedColumn target, Evidence evidence) {
        return FindingDraft.of(evidence.severity(), FindingCode.LEAKAGE)
                .column(feature.name())
                .evidence(evidence.measure(), evidence.value())
                .evidence("rows", evidence.rows())
                .repair(new Repair.DropColumn(feature.name()))
                .says("Column " + Quoted.name(feature.name()) + " alone " + evidence.what() + " the target "
                        + Quoted.name(target.name()) + " (" + evidence.measure().replace('_', ' ') + " "
                        + Quoted.percent(evidence.value()) + " over " + Quoted.rows(evidence.rows())
                        + "); expected no single column to. It will not be known when the model is used: drop it,"
                        + " unless it is.");
    }

    /// Judges features against one target.
    sealed interface Suspicion permits ClassSuspicion, NumberSuspicion {
        /// What speaks against a feature; empty where nothing does.
        Optional<Evidence> of(ScannedColumn feature);
    }

    /// What speaks against a feature.
    ///
    /// @param severity how strongly
    /// @param measure what was measured
    /// @param value of the measure, 0 to 1
    /// @param rows that it was measured on
    /// @param what a verb for people
    record Evidence(Severity severity, String measure, double value, long rows, String what) {}

    /// The values of a sample as numbers; texts have none.
    static Optional<double[]> numbers(SampleColumn sample) {
        return sample instanceof SampleColumn.Numbers numbers ? Optional.of(numbers.values()) : Optional.empty();
    }
}
