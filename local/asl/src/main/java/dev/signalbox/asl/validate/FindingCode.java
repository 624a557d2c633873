package dev.signalbox.asl.validate;

/// What kind of finding it is, by the names that AWS gives.
///
/// Source: AWS Step Functions API Reference, ValidateStateMachineDefinitionDiagnostic; those about JSONata and
/// variables are what the service answers.
public enum FindingCode {
    /// The text is not JSON.
    INVALID_JSON_DESCRIPTION,
    /// The text is empty.
    MISSING_DESCRIPTION,
    /// A field is unknown, missing, of the wrong type, out of range, or not for this kind of state.
    SCHEMA_VALIDATION_FAILED,
    /// The `Resource` of a Task is none.
    INVALID_RESOURCE,
    /// No state of a machine ends it.
    MISSING_END_STATE,
    /// Two states of a definition have one name.
    DUPLICATE_STATE_NAME,
    /// A state's name is empty or too long.
    INVALID_STATE_NAME,
    /// A variable of an outer scope is assigned in an inner one.
    DUPLICATE_VARIABLE_NAME,
    /// Two Map states have one label.
    DUPLICATE_LABEL_NAME,
    /// A label is too long or has a character that it must not have.
    INVALID_LABEL_NAME,
    /// A transition leads to no state, or no transition leads to a state.
    MISSING_TRANSITION_TARGET,
    /// Machines nest too deeply.
    TOO_DEEPLY_NESTED,
    /// An expression does not parse.
    INVALID_JSONATA_EXPRESSION,
    /// An expression parses and names what is not there.
    UNSUPPORTED_JSONATA_EXPRESSION,
    /// A value looks like a JSONPath or an intrinsic function, and is plain text here.
    NO_DOLLAR,
    /// A `${…}` that nothing has replaced.
    UNRESOLVED_SUBSTITUTION
}
