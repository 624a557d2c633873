package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import org.jspecify.annotations.Nullable;

/// The judgement with its evidence.
///
/// @param verdict what the machine's Choice reads
/// @param profile profile.json: each column in numbers
/// @param findings findings.json: a list of [dev.signalbox.contract.finding.Finding]
/// @param errors findings of severity error
/// @param warnings findings of severity warning
/// @param dataContract contract.json that was enforced or inferred; null where the dataset is unusable and
///     none exists
public record ValidateResult(
        DataVerdict verdict,
        ArtifactRef profile,
        ArtifactRef findings,
        int errors,
        int warnings,
        @Nullable ArtifactRef dataContract) {
    public ValidateResult {
        Require.present(verdict, "verdict");
        Require.present(profile, "profile");
        Require.present(findings, "findings");
    }
}
