package dev.signalbox.data.validate;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.stage.ValidateResult;
import java.util.List;

/// What Validate answered, with its documents.
///
/// @param result the answer
/// @param profile profile.json
/// @param findings findings.json
record Judged(ValidateResult result, DatasetProfile profile, List<Finding> findings) {
    /// The findings of a kind.
    List<Finding> of(FindingCode code) {
        return findings.stream().filter(finding -> finding.code() == code).toList();
    }

    /// The only finding of a kind.
    Finding one(FindingCode code) {
        List<Finding> found = of(code);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " findings of " + code + "; expected 1. All: " + findings);
        }
        return found.getFirst();
    }

    /// The findings of severity error.
    List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /// Kinds of findings, without repetition.
    List<FindingCode> codes() {
        return findings.stream().map(Finding::code).distinct().toList();
    }
}
