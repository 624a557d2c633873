package dev.signalbox.asl.validate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds `${Name}` that nothing has replaced: CloudFormation's and SAM's way to name functions in a
/// definition.
final class SubstitutionCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.:-]+)}");
    private static final Set<String> NAMING_FUNCTIONS = Set.of("Resource", "FunctionName");

    private final Findings findings;
    private final SubstitutionRules rules;

    SubstitutionCheck(Findings findings, SubstitutionRules rules) {
        this.findings = findings;
        this.rules = rules;
    }

    void check(Place place) {
        check("", place);
    }

    private void check(String field, Place place) {
        String text = place.text();
        Matcher matcher = PLACEHOLDER.matcher(text);
        boolean function = NAMING_FUNCTIONS.contains(field) && matcher.matches();
        if (!(rules.template() && function)) {
            Set<String> names = new LinkedHashSet<>();
            matcher.reset();
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
            names.forEach(name -> unresolved(name, place));
        }
        if (place.json().isObject()) {
            place.names().forEach(name -> check(name, place.member(name)));
        } else {
            place.children().forEach(item -> check(field, item));
        }
    }

    private void unresolved(String name, Place place) {
        String message = "The substitution '${" + name + "}' has no value. Give one for '" + name + "'."
                + NearestName.hint(name, rules.values().keySet());
        if (rules.template()) {
            findings.warning(FindingCode.UNRESOLVED_SUBSTITUTION, place, message);
        } else {
            findings.error(FindingCode.UNRESOLVED_SUBSTITUTION, place, message);
        }
    }
}
