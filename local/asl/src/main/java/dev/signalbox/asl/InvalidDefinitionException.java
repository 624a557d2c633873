package dev.signalbox.asl;

import dev.signalbox.asl.validate.Finding;
import java.util.List;
import java.util.stream.Collectors;

/// A definition is no sound state machine. Its message lists every finding.
public final class InvalidDefinitionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /// @param machineName the machine's name
    /// @param findings what is wrong, at least one of severity ERROR
    InvalidDefinitionException(String machineName, List<Finding> findings) {
        super(findings.stream()
                .map(finding -> "  %s: %s (%s)"
                        .formatted(
                                finding.location().isEmpty() ? "/" : finding.location(),
                                finding.message(),
                                finding.code()))
                .collect(Collectors.joining(
                        "\n",
                        "The definition of '%s' has %d findings:%n".formatted(machineName, findings.size()),
                        "")));
        this.findings = List.copyOf(findings);
    }

    /// Everything that is wrong, in the order of the document.
    public List<Finding> findings() {
        return findings;
    }
}
