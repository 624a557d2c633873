package dev.signalbox.asl.validate;

import java.util.Map;

/// What becomes of each `${Name}` in a definition.
///
/// @param values what a name becomes, by name
/// @param template whether the definition is a template on purpose: a name without a value is then taken for
///     a function where a function is named (a whole `Resource` or `FunctionName`), and is no more than a
///     warning elsewhere; otherwise it is an error wherever it stands
public record SubstitutionRules(Map<String, String> values, boolean template) {

    /// Every name is an error: nothing has a value.
    public static final SubstitutionRules NONE = new SubstitutionRules(Map.of(), false);

    /// Copies the values.
    public SubstitutionRules {
        values = Map.copyOf(values);
    }
}
