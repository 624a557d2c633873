package dev.signalbox.asl.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The types of states, with the fields that each takes in JSONata.
///
/// Source: Amazon States Language specification and the Developer Guide's page of each state.
enum StateKind {
    PASS("Pass", true, "", "Assign"),
    TASK("Task", true, "Resource", "Arguments Assign TimeoutSeconds HeartbeatSeconds Retry Catch Credentials"),
    CHOICE("Choice", false, "Choices", "Default Output Assign"),
    WAIT("Wait", true, "", "Seconds Timestamp Assign"),
    SUCCEED("Succeed", false, "", "Output"),
    FAIL("Fail", false, "", "Error Cause"),
    PARALLEL("Parallel", true, "Branches", "Arguments Assign Retry Catch"),
    MAP(
            "Map",
            true,
            "",
            "ItemProcessor Iterator Items ItemSelector ItemReader ItemBatcher ResultWriter MaxConcurrency Label"
                    + " ToleratedFailurePercentage ToleratedFailureCount Assign Retry Catch");

    private final String label;
    private final boolean goesOn;
    private final String required;
    private final String optional;

    StateKind(String label, boolean goesOn, String required, String optional) {
        this.label = label;
        this.goesOn = goesOn;
        this.required = "Type " + required;
        this.optional = "Comment QueryLanguage " + optional + (goesOn ? " Output Next End" : "");
    }

    static Optional<StateKind> named(String type) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(type)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(StateKind::label).toList();
    }

    String label() {
        return label;
    }

    /// Whether the state has `Next` or `End`.
    boolean goesOn() {
        return goesOn;
    }

    /// Whether reaching the state ends the machine.
    boolean ends() {
        return this == SUCCEED || this == FAIL;
    }

    FieldRules rules() {
        return FieldRules.of("a " + label + " state", required, optional);
    }

    /// Whether the state may retry and catch.
    boolean handlesFaults() {
        return this == TASK || this == PARALLEL || this == MAP;
    }
}
