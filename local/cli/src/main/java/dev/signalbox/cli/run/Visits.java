package dev.signalbox.cli.run;

import dev.signalbox.asl.history.HistoryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The machine's own path through its states, read from an execution's history; what happens inside a Map
/// counts for the Map.
final class Visits {
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final String ENTERED = "StateEntered";
    private static final String EXITED = "StateExited";

    private Visits() {}

    static List<RunDocument.Visited> of(List<HistoryEvent> history) {
        List<RunDocument.Visited> visited = new ArrayList<>();
        Map<String, HistoryEvent> open = new HashMap<>();
        int depth = 0;
        for (HistoryEvent event : history) {
            String type = event.type().awsName();
            String name = String.valueOf(event.name());
            depth -= type.startsWith("MapState") && type.endsWith(EXITED) ? 1 : 0;
            if (depth == 0 && type.endsWith(ENTERED)) {
                open.put(name, event);
            } else if (depth == 0 && type.endsWith(EXITED)) {
                visited.add(new RunDocument.Visited(name, seconds(open.remove(name), event)));
            }
            depth += type.startsWith("MapState") && type.endsWith(ENTERED) ? 1 : 0;
        }
        open.values().stream()
                .sorted(java.util.Comparator.comparingLong(HistoryEvent::id))
                .forEach(event -> visited.add(new RunDocument.Visited(String.valueOf(event.name()), 0)));
        return visited;
    }

    private static double seconds(@org.jspecify.annotations.Nullable HistoryEvent entered, HistoryEvent exited) {
        return entered == null
                ? 0
                : Duration.between(entered.timestamp(), exited.timestamp()).toMillis() / MILLIS_PER_SECOND;
    }
}
