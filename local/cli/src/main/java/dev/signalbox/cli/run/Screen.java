package dev.signalbox.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// What an output stream of this process is shown on.
///
/// @param terminal whether a line can be painted over
/// @param columns the width of the terminal, 1 or more; no bound where it is none
public record Screen(boolean terminal, int columns) {
    /// A file or a pipe.
    public static final Screen NONE = new Screen(false, Integer.MAX_VALUE);

    private static final Path STREAMS = Path.of("/dev/fd");

    /// Standard output's.
    public static Screen ofOutput(CommandLine command) {
        return of(STREAMS.resolve("1"), command);
    }

    /// Standard error's.
    public static Screen ofErrors(CommandLine command) {
        return of(STREAMS.resolve("2"), command);
    }

    private static Screen of(Path stream, CommandLine command) {
        return Ansi.AUTO.enabled() && isDevice(stream) ? new Screen(true, command.getUsageHelpWidth()) : NONE;
    }

    /// Java's console tells of standard input and output together only: `2>log` is seen here.
    private static boolean isDevice(Path stream) {
        try {
            return !Files.exists(STREAMS) || stream.toRealPath().startsWith("/dev");
        } catch (IOException pipe) {
            return false;
        }
    }

    /// The text in lines that fit beside an indent. A word longer than that, such as a path, stays whole.
    public String wrap(String text, int indent) {
        if (!terminal) {
            return text;
        }
        StringBuilder wrapped = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", -1)) {
            boolean fits = used == 0 || used + 1 + word.length() <= columns - indent - 1;
            wrapped.append(used == 0 ? "" : fits ? " " : "\n").append(word);
            used = (fits && used > 0 ? used + 1 : 0) + word.length();
        }
        return wrapped.toString();
    }

    /// The line, cut so that it and the cursor fit into one row.
    public String cut(String line) {
        return line.length() < columns ? line : line.substring(0, Math.max(0, columns - 2)) + "…";
    }
}
