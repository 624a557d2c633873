package dev.signalbox.data.validate.target;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.MixedTypesCheck;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The target must suit the task, and the positive label must be one of its labels.
public final class TargetSuitsTaskCheck implements Check {
    private static final int MOST_CLASSES = 1_000;

    @Override
    public List<Finding> findings(Inspection inspection) {
        ScannedColumn target = inspection.target();
        if (target == null || target.profile().distinct() < 2) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        String trouble = trouble(target, inspection.profile().task());
        if (trouble != null && MixedTypesCheck.intendedType(target).isEmpty()) {
            findings.add(FindingDraft.error(FindingCode.TARGET_UNSUITABLE)
                    .column(target.name())
                    .evidence("distinct", target.profile().distinct())
                    .says("The target " + Quoted.name(target.name()) + " " + trouble));
        }
        String positive = inspection.config().positiveLabel();
        if (positive != null
                && inspection.profile().task() == Task.BINARY
                && target.countsOrEmpty().stream().map(ValueCount::value).noneMatch(positive::equals)) {
            findings.add(FindingDraft.error(FindingCode.TARGET_UNSUITABLE)
                    .column(target.name())
                    .says("The positive label " + Quoted.name(positive) + " is not among the values of the target "
                            + Quoted.name(target.name()) + ": "
                            + Quoted.names(target.countsOrEmpty().stream()
                                    .map(ValueCount::value)
                                    .toList())
                            + ". Set positiveLabel to one of them."));
        }
        return findings;
    }

    private static @Nullable String trouble(ScannedColumn target, @Nullable Task task) {
        long distinct = target.profile().distinct();
        if (task == null) {
            return "is a date; expected a class or a number. Name another target, or set the task.";
        }
        return switch (task) {
            case REGRESSION ->
                target.type() == ColumnType.NUMBER || target.type() == ColumnType.INTEGER
                        ? null
                        : "is of type " + target.type().id()
                                + "; a regression expects a number. Set the task to a classification, or name another"
                                + " target.";
            case BINARY ->
                ClassSizeCheck.learnable(target) == 2
                        ? null
                        : "has " + distinct
                                + " labels; a binary task expects two. Map them to two, or set the task to multiclass.";
            case MULTICLASS ->
                distinct <= MOST_CLASSES
                        ? null
                        : "has " + distinct + " labels; expected at most " + MOST_CLASSES
                                + ". It looks like free text or an id: name another target.";
        };
    }
}
