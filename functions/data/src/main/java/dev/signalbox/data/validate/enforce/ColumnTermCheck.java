package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;

/// A check of each column that contract and data share.
abstract sealed class ColumnTermCheck implements Check
        permits ColumnTypeCheck, RangeCheck, CategoryCheck, NullsCheck, KeyCheck, UnitChangeCheck {
    @Override
    public final List<Finding> findings(Inspection inspection) {
        DataContract contract = inspection.contract();
        List<Finding> findings = new ArrayList<>();
        if (contract != null && inspection.rows() > 0) {
            for (ScannedColumn column : inspection.used()) {
                ContractColumn terms = contract.column(column.name());
                if (terms != null) {
                    findings.addAll(findings(inspection, contract, terms, column));
                }
            }
        }
        return findings;
    }

    /// What is wrong with one column.
    abstract List<Finding> findings(
            Inspection inspection, DataContract contract, ContractColumn terms, ScannedColumn column);
}
