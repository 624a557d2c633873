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
/// @param largestPsi of the columns against the champion's training data, 0 or more; null without a champion
///     or a column that can be compared
public record ValidateResult(
        DataVerdict verdict,
        ArtifactRef profile,
        ArtifactRef findings,
        int errors,
        int warnings,
        @Nullable ArtifactRef dataContract,
        @Nullable Double largestPsi) {
    public ValidateResult {
        Require.present(verdict, "verdict");
        Require.present(profile, "profile");
        Require.present(findings, "findings");
    }

    /// Without a comparison.
    public ValidateResult(
            DataVerdict verdict,
            ArtifactRef profile,
            ArtifactRef findings,
            int errors,
            int warnings,
            @Nullable ArtifactRef dataContract) {
        this(verdict, profile, findings, errors, warnings, dataContract, null);
    }
}
