package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.Check;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.datacontract.NameDistance;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Columns that the contract names and the data lacks, those that came under another name, and those that
/// are new. A column that a decision of this run took out is not missed.
public final class ColumnPresenceCheck implements Check {
    @Override
    public List<Finding> findings(Inspection inspection) {
        DataContract contract = inspection.contract();
        if (contract == null) {
            return List.of();
        }
        List<ContractColumn> missing = contract.columns().stream()
                .filter(column -> inspection.dataset().column(column.name()) == null)
                .filter(column -> !inspection.config().ignoredColumns().contains(column.name()))
                .toList();
        List<ScannedColumn> added = inspection.used().stream()
                .filter(column -> contract.column(column.name()) == null)
                .toList();
        Map<String, String> renames = Renames.find(
                inspection,
                missing.stream()
                        .filter(column -> !inspection.dropped().contains(column.name()))
                        .toList(),
                added);
        List<Finding> findings = new ArrayList<>();
        for (ContractColumn column : missing) {
            String now = renames.get(column.name());
            findings.add(now == null ? missing(inspection, contract, column) : renamed(column, now));
        }
        added.stream()
                .filter(column -> !renames.containsValue(column.name()))
                .forEach(column -> findings.add(added(contract, column)));
        return findings;
    }

    private static Finding missing(Inspection inspection, DataContract contract, ContractColumn column) {
        if (inspection.dropped().contains(column.name())) {
            return FindingDraft.info(FindingCode.MISSING_COLUMN)
                    .column(column.name())
                    .evidence("contract_version", contract.version())
                    .says("Column " + Quoted.name(column.name())
                            + " of the contract was taken out by a decision of this run.");
        }
        FindingDraft draft = column.required()
                ? FindingDraft.error(FindingCode.MISSING_COLUMN)
                : FindingDraft.warning(FindingCode.MISSING_COLUMN);
        String nearest = NameDistance.nearest(
                        column.name(), inspection.dataset().names())
                .map(name -> " The nearest name is " + Quoted.name(name) + ", with other values.")
                .orElse("");
        return draft.column(column.name())
                .evidence("contract_version", contract.version())
                .evidence("columns", inspection.dataset().columns().size())
                .says("Column " + Quoted.name(column.name()) + " is missing; the data contract (version "
                        + contract.version() + ") expects it." + nearest
                        + " Deliver it again, or accept the new shape with quality.newContract.");
    }

    private static Finding renamed(ContractColumn column, String now) {
        return FindingDraft.error(FindingCode.RENAMED_COLUMN)
                .column(now)
                .evidence("edits", NameDistance.between(column.name(), now))
                .repair(new Repair.RenameColumn(now, column.name()))
                .says("Column " + Quoted.name(column.name()) + " of the contract is missing, and the new column "
                        + Quoted.name(now) + " holds values like it; expected one name. Rename it back, or accept the"
                        + " new name with quality.newContract.");
    }

    private static Finding added(DataContract contract, ScannedColumn column) {
        return FindingDraft.info(FindingCode.NEW_COLUMN)
                .column(column.name())
                .evidence("contract_version", contract.version())
                .says("Column " + Quoted.name(column.name()) + " is new; the data contract (version "
                        + contract.version() + ") does not name it. It is used; quality.newContract takes it in.");
    }
}
