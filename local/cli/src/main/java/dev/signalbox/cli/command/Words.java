package dev.signalbox.cli.command;

import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The words that an option takes: those that stand in `pipeline.yaml`, case aside.
abstract class Words<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
    private final Map<String, E> known = new LinkedHashMap<>();

    private Words(E[] values, Function<E, String> word) {
        for (E value : values) {
            known.put(word.apply(value), value);
        }
    }

    @Override
    public final E convert(String text) {
        E found = known.get(text.strip().toLowerCase(Locale.ROOT));
        if (found != null) {
            return found;
        }
        String nearest = Nearest.to(text, known.keySet())
                .map(word -> " Did you mean " + word + "?")
                .orElse("");
        throw new TypeConversionException(
                "'" + text + "' is none of " + String.join(", ", known.keySet()) + "." + nearest);
    }

    @Override
    public final Iterator<String> iterator() {
        return known.keySet().iterator();
    }

    /// Of `--task`.
    static final class Tasks extends Words<Task> {
        Tasks() {
            super(Task.values(), Task::id);
        }
    }

    /// Of `--metric`.
    static final class Metrics extends Words<MetricName> {
        Metrics() {
            super(MetricName.values(), MetricName::id);
        }
    }

    /// Of `--approval`.
    static final class Approvals extends Words<ApprovalMode> {
        Approvals() {
            super(ApprovalMode.values(), ApprovalMode::id);
        }
    }

    /// Of `--planner`.
    static final class Planners extends Words<AgentDecideCommand.Kind> {
        Planners() {
            super(AgentDecideCommand.Kind.values(), kind -> kind.name().toLowerCase(Locale.ROOT));
        }
    }
}
