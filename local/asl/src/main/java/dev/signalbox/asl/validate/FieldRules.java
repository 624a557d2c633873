package dev.signalbox.asl.validate;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which fields an object of the definition takes.
///
/// @param subject what the object is, in messages: `a Task state`
/// @param allowed every field it may have
/// @param required those it must have
record FieldRules(String subject, Set<String> allowed, Set<String> required) {

    static FieldRules of(String subject, String required, String optional) {
        Set<String> must = words(required);
        Set<String> all = Stream.concat(must.stream(), words(optional).stream()).collect(Collectors.toSet());
        return new FieldRules(subject, all, must);
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split("\\s+"));
    }

    /// Reports what is missing and what does not belong.
    void check(Place object, Findings findings) {
        Set<String> missing = new TreeSet<>(required);
        object.names().forEach(missing::remove);
        if (!missing.isEmpty()) {
            findings.schema(object, "These fields are required: " + missing);
        }
        for (String name : object.names()) {
            if (!allowed.contains(name)) {
                findings.schema(object.member(name), unknown(name));
            }
        }
    }

    private String unknown(String name) {
        return JsonPathFields.hint(name)
                .map(hint -> "The QueryLanguage is set to 'JSONata', but field '" + name
                        + "' is only supported for the 'JSONPath' QueryLanguage, which this engine does not run. "
                        + hint + ".")
                .orElseGet(() ->
                        "Field '" + name + "' is not supported in " + subject + "." + NearestName.hint(name, allowed));
    }
}
