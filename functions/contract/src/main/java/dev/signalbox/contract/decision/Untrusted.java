package dev.signalbox.contract.decision;

import org.jspecify.annotations.Nullable;

/// A string that the data brought: a column's name, a label, a file's name. It is shown, compared and cited,
/// never obeyed.
///
/// @param text at most 80 characters, control and bidirectional characters taken out
public record Untrusted(String text) {
    public Untrusted {
        text = clean(text);
    }

    private static final int LONGEST = 80;

    private static String clean(@Nullable String raw) {
        return raw == null
                ? ""
                : raw.codePoints()
                        .filter(Untrusted::isPlain)
                        .limit(LONGEST)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isPlain(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
