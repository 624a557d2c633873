package dev.signalbox.asl.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks where a machine's states lead: each target exists, each state is reached, and one of them ends the
/// machine.
final class TransitionCheck {
    private TransitionCheck() {}

    static void check(Place machine, Findings findings) {
        Place states = machine.member("States");
        Set<String> names = new HashSet<>(states.names());
        Place start = machine.member("StartAt");
        if (start.present() && !start.json().isTextual()) {
            findings.schema(start, Values.expected("the name of a state", start.json()));
        } else if (start.present()) {
            target(start, names, findings);
        }
        boolean ends = false;
        for (Place state : states.children()) {
            targets(state).forEach(target -> target(target, names, findings));
            ends |= ends(state);
        }
        if (!ends) {
            findings.error(
                    FindingCode.MISSING_END_STATE,
                    machine,
                    "Workflow has no terminal state: give one \"End\": true, or add a Succeed or Fail state");
        } else {
            reached(states, start.text(), findings);
        }
    }

    private static void target(Place target, Set<String> names, Findings findings) {
        if (target.json().isTextual() && !names.contains(target.text())) {
            findings.error(
                    FindingCode.MISSING_TRANSITION_TARGET,
                    target,
                    "Missing 'Next' target: " + target.text() + "." + NearestName.hint(target.text(), names));
        }
    }

    private static boolean ends(Place state) {
        boolean terminal = StateKind.named(state.member("Type").text())
                .map(StateKind::ends)
                .orElse(true);
        return terminal || state.member("End").json().asBoolean(false);
    }

    private static List<Place> targets(Place state) {
        List<Place> targets = new ArrayList<>(List.of(state.member("Next"), state.member("Default")));
        for (String field : List.of("Choices", "Catch")) {
            state.member(field).children().forEach(rule -> targets.add(rule.member("Next")));
        }
        return targets;
    }

    private static void reached(Place states, String start, Findings findings) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (reached.add(name)) {
                targets(states.member(name)).forEach(target -> open.push(target.text()));
            }
        }
        for (String name : states.names()) {
            if (!reached.contains(name)) {
                findings.error(
                        FindingCode.MISSING_TRANSITION_TARGET,
                        states.member(name),
                        "State \"" + name + "\" is not reachable.");
            }
        }
    }
}
