package dev.signalbox.asl.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds `${Name}` that nothing has replaced: CloudFormation's and SAM's way to name functions in a
/// definition.
final class SubstitutionCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.:-]+)}");

    private SubstitutionCheck() {}

    static void check(Place place, Findings findings) {
        Matcher matcher = PLACEHOLDER.matcher(place.text());
        if (matcher.find()) {
            findings.error(
                    FindingCode.UNRESOLVED_SUBSTITUTION,
                    place,
                    "The substitution '" + matcher.group() + "' has no value. Give one for '" + matcher.group(1)
                            + "'.");
        }
        place.children().forEach(child -> check(child, findings));
    }
}
