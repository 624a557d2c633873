package dev.signalbox.asl.validate;

/// The names that variables may have.
///
/// Source: Developer Guide, "Passing data between states with variables".
final class VariableNames {
    static final String RULE =
            "it must start with a letter, go on with letters, digits and underscores, and have at most 80 characters";
    private static final int MAX_CHARACTERS = 80;

    private VariableNames() {}

    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_CHARACTERS
                && Character.isUnicodeIdentifierStart(name.codePointAt(0))
                && name.codePoints()
                        .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }
}
