package dev.signalbox.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.history.HistoryEvent;
import dev.signalbox.asl.history.HistoryListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/// Tells what a run is doing: in a terminal the running state is repainted in place, in a pipe each finished
/// state is one plain line.
public final class Progress implements HistoryListener {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final double MILLIS_PER_SECOND = 1_000;
    private final PrintWriter out;
    private final boolean terminal;
    private final Map<String, Instant> entered = new HashMap<>();
    private int candidatesDone;

    private Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /// Progress on a writer, or none.
    public static HistoryListener on(PrintWriter out, boolean quiet) {
        return quiet ? HistoryListener.none() : new Progress(out, Ansi.AUTO.enabled());
    }

    @Override
    public synchronized void happened(String executionName, HistoryEvent event) {
        String name = event.name();
        String type = event.type().awsName();
        if (name == null || !StateLines.isStage(name)) {
            return;
        }
        if (type.endsWith("StateEntered")) {
            entered.putIfAbsent(name, event.timestamp());
            running(name);
        } else if (type.endsWith("StateExited") && name.equals("Train")) {
            candidatesDone++;
            running(name);
        } else if (type.endsWith("StateExited")) {
            finished(name, event);
        }
    }

    private void running(String name) {
        if (terminal) {
            String count = candidatesDone > 0 && name.equals("Train") ? " " + candidatesDone + " done" : "";
            out.print(CLEAR_LINE + Ansi.AUTO.string("@|faint …|@ ") + StateLines.title(name) + count);
            out.flush();
        }
    }

    private void finished(String name, HistoryEvent event) {
        candidatesDone = 0;
        Instant since = entered.remove(name);
        entered.remove("Train");
        double seconds =
                since == null ? 0 : Duration.between(since, event.timestamp()).toMillis() / MILLIS_PER_SECOND;
        JsonNode output = event.details().path("output");
        String line = String.format(
                Locale.ROOT, "%-9s %6.2f s  %s", StateLines.title(name), seconds, StateLines.summary(name, output));
        out.println(terminal ? CLEAR_LINE + Ansi.AUTO.string("@|green ✓|@ ") + line : "- " + line);
        out.flush();
    }
}
