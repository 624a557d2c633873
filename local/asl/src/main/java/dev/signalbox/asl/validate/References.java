package dev.signalbox.asl.validate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an expression names, found by reading its tokens. A field name counts as a reference at the top
/// level only where it certainly is one: inside predicates, after a `.`, in grouping, ordering and
/// transforms there is something it can belong to.
///
/// @param topLevel field names that start a path at the top level, where there is nothing to take them from
/// @param ofStates the members of `$states` that are named, such as `result`
/// @param wholeContext whether `$$` is named
record References(Set<String> topLevel, Set<String> ofStates, boolean wholeContext) {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|\\$?[\\p{L}_][\\p{L}\\p{N}_]*|\\$+"
                    + "|[0-9][0-9.eE]*|:=|~>|\\.\\.|!=|<=|>=|.",
            Pattern.DOTALL);
    private static final Pattern OF_STATES =
            Pattern.compile("\\$states\\s*\\.\\s*(?:`([^`]*)`|([\\p{L}_][\\p{L}\\p{N}_]*))");
    private static final Pattern WHOLE_CONTEXT = Pattern.compile("(?<!\\$)\\$\\$(?![\\p{L}\\p{N}_$])");
    private static final Pattern QUOTED =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|/\\*.*?\\*/", Pattern.DOTALL);
    /// What the scan cannot read for certain: regular expressions, transforms, ordering, signatures and the like.
    private static final Pattern UNREADABLE = Pattern.compile("[/|%^*@#]|\\)\\s*<");
    private static final Set<String> WORDS = Set.of("and", "or", "in", "true", "false", "null", "function", "λ");

    static References in(String expression) {
        String bare = QUOTED.matcher(expression).replaceAll("''");
        Set<String> names = UNREADABLE.matcher(bare).find() ? Set.of() : new Scan().names(expression);
        Set<String> ofStates = new LinkedHashSet<>();
        Matcher matcher = OF_STATES.matcher(bare);
        while (matcher.find()) {
            ofStates.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return new References(names, ofStates, WHOLE_CONTEXT.matcher(bare).find());
    }

    /// One reading of an expression.
    private static final class Scan {
        private final Set<String> names = new LinkedHashSet<>();
        private final Deque<Boolean> tops = new ArrayDeque<>();
        private String previous = "";

        Set<String> names(String expression) {
            tops.push(true);
            Matcher matcher = TOKEN.matcher(expression);
            while (matcher.find()) {
                String token = matcher.group();
                if (!token.isBlank()) {
                    read(token, expression.substring(matcher.end()).stripLeading());
                    previous = token;
                }
            }
            return names;
        }

        private void read(String token, String rest) {
            switch (token) {
                case "(" -> tops.push(top() && !previous.equals("."));
                case "[", "{" -> tops.push(top() && !previous.equals(".") && !afterOperand());
                case ")", "]", "}" -> {
                    if (tops.size() > 1) {
                        tops.pop();
                    }
                }
                default -> {
                    if (isName(token) && top() && !previous.equals(".") && !rest.startsWith("(")) {
                        names.add(token.replace("`", ""));
                    }
                }
            }
        }

        private boolean top() {
            return Boolean.TRUE.equals(tops.peek());
        }

        private boolean afterOperand() {
            return previous.equals(")")
                    || previous.equals("]")
                    || previous.equals("}")
                    || previous.startsWith("$")
                    || previous.startsWith("'")
                    || previous.startsWith("\"")
                    || isName(previous);
        }

        private static boolean isName(String token) {
            return !token.isEmpty()
                    && !WORDS.contains(token)
                    && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_' || token.charAt(0) == '`');
        }
    }
}
