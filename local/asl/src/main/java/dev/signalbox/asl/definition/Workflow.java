package dev.signalbox.asl.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// States and where to start: a whole machine, a branch of a Parallel, or the processor of a Map.
///
/// @param startAt the name of the first state; one of the states
/// @param states by name, in the order of the definition
public record Workflow(String startAt, Map<String, State> states) {

    /// Keeps the order of the states.
    public Workflow {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        if (!states.containsKey(startAt)) {
            throw new IllegalArgumentException(
                    "StartAt names '" + startAt + "', but the states are " + states.keySet());
        }
    }

    /// A state by its name.
    public State state(String name) {
        State found = states.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no state '" + name + "'; the states are " + states.keySet());
        }
        return found;
    }
}
