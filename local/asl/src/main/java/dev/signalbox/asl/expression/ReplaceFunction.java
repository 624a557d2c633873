package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `$replace` as JSONata 2.0.6 has it. The port's own gives a replacing function's result to `Matcher`,
/// which reads `$` in it, takes a string for a regular expression when a limit is given, and counts the
/// whole match as the first group.
final class ReplaceFunction {
    private ReplaceFunction() {}

    static @Nullable Object apply(List<? extends @Nullable Object> args) {
        if (!(args.get(0) instanceof String text)) {
            return null;
        }
        Object limit = args.size() > 3 ? args.get(3) : null;
        Pattern pattern = pattern(args.get(1));
        double left = limit instanceof Number number ? number.doubleValue() : Double.POSITIVE_INFINITY;
        if (left < 0) {
            throw new JException("D3011", -1, limit);
        }
        return replace(text, pattern, args.get(2), left);
    }

    private static Pattern pattern(@Nullable Object value) {
        if (value instanceof Pattern regex) {
            return regex;
        }
        if (value instanceof String literal && !literal.isEmpty()) {
            return Pattern.compile(literal, Pattern.LITERAL);
        }
        throw new JException("D3010", -1, value);
    }

    private static String replace(String text, Pattern pattern, @Nullable Object replacement, double limit) {
        StringBuilder result = new StringBuilder();
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        for (int done = 0; done < limit && matcher.find(); done++) {
            if (matcher.end() == matcher.start()) {
                throw new JException("D1004", -1, matcher.group());
            }
            result.append(text, from, matcher.start()).append(substitute(matcher, pattern, replacement));
            from = matcher.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    private static String substitute(Matcher matcher, Pattern pattern, @Nullable Object replacement) {
        if (replacement instanceof String template) {
            boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
            return literal ? template : expand(template, matcher);
        }
        if (call(replacement, matcher) instanceof String text) {
            return text;
        }
        throw new JException("D3012", -1, replacement);
    }

    private static @Nullable Object call(@Nullable Object function, Matcher matcher) {
        List<Object> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", matcher.group());
        match.put("index", matcher.start());
        match.put("groups", groups);
        try {
            return Functions.funcApply(function, List.of(match));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new JException(e, "D3012", -1, null, null);
        }
    }

    /// `$$` is a dollar sign, `$0` the match, `$n` the n-th group with as many digits as there are such
    /// groups.
    private static String expand(String template, Matcher matcher) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '$' || i + 1 == template.length()) {
                out.append(c);
            } else if (template.charAt(i + 1) == '$') {
                out.append('$');
                i++;
            } else {
                int digits = digits(template, i + 1, matcher.groupCount());
                appendGroup(out, template.substring(i + 1, i + 1 + digits), matcher);
                i += digits;
            }
        }
        return out.toString();
    }

    private static int digits(String template, int from, int groups) {
        int most = String.valueOf(Math.max(groups, 1)).length();
        int count = 0;
        while (count < most && from + count < template.length() && Character.isDigit(template.charAt(from + count))) {
            count++;
        }
        boolean tooMany = count > 1 && Integer.parseInt(template.substring(from, from + count)) > groups;
        return tooMany ? count - 1 : count;
    }

    private static void appendGroup(StringBuilder out, String digits, Matcher matcher) {
        if (digits.isEmpty()) {
            out.append('$');
            return;
        }
        int group = Integer.parseInt(digits);
        if (group <= matcher.groupCount() && matcher.group(group) != null) {
            out.append(matcher.group(group));
        }
    }
}
