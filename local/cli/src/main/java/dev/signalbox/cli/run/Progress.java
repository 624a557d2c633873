package dev.signalbox.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.history.HistoryEvent;
import dev.signalbox.asl.history.HistoryListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/// Tells what a run is doing: in a terminal the running state is repainted in place, in a pipe each finished
/// state is one plain line.
public final class Progress implements HistoryListener {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final double MILLIS_PER_SECOND = 1_000;
    private final PrintWriter out;
    private final Screen screen;
    private final Map<String, Instant> entered = new HashMap<>();
    private boolean silent;
    private int candidatesDone;

    /// @param out where lines go
    /// @param screen what they are shown on
    /// @param quiet whether nothing is told but an interruption
    public Progress(PrintWriter out, Screen screen, boolean quiet) {
        this.out = out;
        this.screen = screen;
        this.silent = quiet;
    }

    /// Does the work of a run. When the process is interrupted meanwhile, the last words say how to go on.
    ///
    /// @param goOn the command that continues the run
    public ExecutionResult during(String goOn, Supplier<ExecutionResult> work) {
        Thread lastWords = new Thread(() -> interrupted(goOn), "last words");
        Runtime.getRuntime().addShutdownHook(lastWords);
        try {
            return work.get();
        } finally {
            clear();
            forget(lastWords);
        }
    }

    @Override
    public synchronized void happened(String executionName, HistoryEvent event) {
        String name = event.name();
        String type = event.type().awsName();
        if (silent || name == null || !StateLines.isStage(name)) {
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
        if (screen.terminal()) {
            String count = candidatesDone > 0 && name.equals("Train") ? " " + candidatesDone + " done" : "";
            out.print(CLEAR_LINE + Ansi.AUTO.string("@|faint …|@ ") + StateLines.title(name) + count);
            out.flush();
        }
    }

    private void finished(String name, HistoryEvent event) {
        candidatesDone = 0;
        Instant since = entered.remove(name);
        entered.remove("Train");
        JsonNode output = event.details().path("output");
        String line = String.format(
                "  %-10s %8s  %s",
                StateLines.title(name), took(since, event.timestamp()), StateLines.summary(name, output));
        String shown = screen.cut(line.stripTrailing()).substring(2);
        String mark = StateLines.failed(output) ? "@|red ✗|@ " : "@|green ✓|@ ";
        out.println(screen.terminal() ? CLEAR_LINE + Ansi.AUTO.string(mark) + shown : "- " + shown);
        out.flush();
    }

    /// A state that an earlier process entered took nobody knows how long.
    private static String took(@Nullable Instant since, Instant until) {
        return since == null
                ? "–"
                : String.format(
                        Locale.ROOT, "%.2f s", Duration.between(since, until).toMillis() / MILLIS_PER_SECOND);
    }

    private synchronized void clear() {
        if (screen.terminal() && !silent) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private synchronized void interrupted(String goOn) {
        silent = true;
        out.println((screen.terminal() ? CLEAR_LINE : "")
                + "signalbox: interrupted; what is finished is kept. To go on: " + goOn);
        out.flush();
    }

    private static void forget(Thread lastWords) {
        try {
            Runtime.getRuntime().removeShutdownHook(lastWords);
        } catch (IllegalStateException shuttingDown) {
            // The interruption came with the last state: its words are being said.
            return;
        }
    }
}
