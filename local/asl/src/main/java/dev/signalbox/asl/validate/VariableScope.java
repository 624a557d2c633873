package dev.signalbox.asl.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which variables the scopes around a machine have. The states of a machine share one scope; the machines inside
/// its Parallel and Map states have scopes of their own. A variable exists in a scope if any of its states
/// assigns it, and no inner scope may assign a variable of that name.
///
/// Source: Developer Guide, "Passing data between states with variables", Variable scope.
///
/// @param names the variables, without `$`
record VariableScope(Set<String> names) {
    private static final List<String> RULES = List.of("Choices", "Catch");

    static final VariableScope NONE = new VariableScope(Set.of());

    /// What a machine inside one of these states has around it.
    VariableScope around(Place states) {
        Set<String> all = new HashSet<>(names);
        for (Place state : states.children()) {
            all.addAll(state.member("Assign").names());
            for (String rules : RULES) {
                state.member(rules)
                        .children()
                        .forEach(rule -> all.addAll(rule.member("Assign").names()));
            }
        }
        return new VariableScope(all);
    }
}
