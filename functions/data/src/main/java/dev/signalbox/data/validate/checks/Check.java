package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.finding.Finding;
import java.util.List;

/// Looks at a dataset for one kind of trouble.
@FunctionalInterface
public interface Check {
    /// What was noticed; empty where nothing was. Pure: equal inspections give equal findings in equal
    /// order.
    List<Finding> findings(Inspection inspection);
}
