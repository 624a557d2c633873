package dev.signalbox.agent.guardrail;

import com.fasterxml.jackson.core.JsonPointer;
import dev.signalbox.contract.decision.RunView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The numbers of a view by JSON pointer. Walks the records themselves: to write 32 KiB of JSON for each
/// citation
/// would cost more than all rulings together.
final class ViewFacts {
    private ViewFacts() {}

    /// The number at the pointer; empty where there is none.
    static OptionalDouble number(RunView view, String pointer) {
        JsonPointer at = compiled(pointer);
        Object here = view;
        while (at != null && !at.matches() && here != null) {
            here = member(here, at);
            at = at.tail();
        }
        return here instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    private static @Nullable JsonPointer compiled(String pointer) {
        try {
            return JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Object member(Object here, JsonPointer at) {
        return switch (here) {
            case Record record -> component(record, at.getMatchingProperty());
            case List<?> list ->
                at.getMatchingIndex() >= 0 && at.getMatchingIndex() < list.size()
                        ? list.get(at.getMatchingIndex())
                        : null;
            case Map<?, ?> map -> entry(map, at.getMatchingProperty());
            default -> null;
        };
    }

    private static @Nullable Object component(Record record, String name) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    return component.getAccessor().invoke(record);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    return null;
                }
            }
        }
        return null;
    }

    /// A key that is an enum stands in JSON in lower case.
    private static @Nullable Object entry(Map<?, ?> map, String name) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = entry.getKey();
            String written = key instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : key.toString();
            if (written.equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
