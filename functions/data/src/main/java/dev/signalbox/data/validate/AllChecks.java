package dev.signalbox.data.validate;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.ColumnUseCheck;
import dev.signalbox.data.validate.checks.DuplicateRowsCheck;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.InstructionTextCheck;
import dev.signalbox.data.validate.checks.LabelVariantsCheck;
import dev.signalbox.data.validate.checks.MixedTypesCheck;
import dev.signalbox.data.validate.checks.OutlierCheck;
import dev.signalbox.data.validate.checks.RejectedRowsCheck;
import dev.signalbox.data.validate.checks.RowCountCheck;
import dev.signalbox.data.validate.checks.SentinelCheck;
import dev.signalbox.data.validate.checks.UnitTextCheck;
import dev.signalbox.data.validate.drift.DriftCheck;
import dev.signalbox.data.validate.enforce.CategoryCheck;
import dev.signalbox.data.validate.enforce.ColumnPresenceCheck;
import dev.signalbox.data.validate.enforce.ColumnTypeCheck;
import dev.signalbox.data.validate.enforce.HoldoutCheck;
import dev.signalbox.data.validate.enforce.KeyCheck;
import dev.signalbox.data.validate.enforce.LabelsTurnedCheck;
import dev.signalbox.data.validate.enforce.NullsCheck;
import dev.signalbox.data.validate.enforce.RangeCheck;
import dev.signalbox.data.validate.enforce.UnitChangeCheck;
import dev.signalbox.data.validate.leakage.ForcedAnswerCheck;
import dev.signalbox.data.validate.leakage.LeakageCheck;
import dev.signalbox.data.validate.leakage.TargetSumCheck;
import dev.signalbox.data.validate.target.ClassSizeCheck;
import dev.signalbox.data.validate.target.TargetPresenceCheck;
import dev.signalbox.data.validate.target.TargetSuitsTaskCheck;
import java.util.List;

/// Every check, in the order in which findings of one weight are listed.
final class AllChecks {
    private static final List<Check> CHECKS = List.of(
            new TargetPresenceCheck(),
            new TargetSuitsTaskCheck(),
            new ClassSizeCheck(),
            new RowCountCheck(),
            new RejectedRowsCheck(),
            new ColumnPresenceCheck(),
            new ColumnTypeCheck(),
            new RangeCheck(),
            new UnitChangeCheck(),
            new CategoryCheck(),
            new NullsCheck(),
            new LabelsTurnedCheck(),
            new KeyCheck(),
            new HoldoutCheck(),
            new LeakageCheck(),
            new TargetSumCheck(),
            new ForcedAnswerCheck(),
            new LabelVariantsCheck(),
            new MixedTypesCheck(),
            new SentinelCheck(),
            new UnitTextCheck(),
            new OutlierCheck(),
            new DuplicateRowsCheck(),
            new ColumnUseCheck(),
            new DriftCheck(),
            new InstructionTextCheck());

    private AllChecks() {}

    /// All findings, most severe first.
    static List<Finding> findings(Inspection inspection) {
        return Ranking.mostSevereFirst(CHECKS.stream()
                .flatMap(check -> check.findings(inspection).stream())
                .toList());
    }
}
