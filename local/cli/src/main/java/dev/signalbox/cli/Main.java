package dev.signalbox.cli;

import dev.signalbox.cli.command.SignalboxCommand;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Starts the command line.
public final class Main {
    private Main() {}

    /// Runs a command and ends the process with its exit code.
    ///
    /// @param arguments as typed; the exit codes stand in [dev.signalbox.cli.command.ExitCode]
    public static void main(String... arguments) {
        // Libraries print to standard output what belongs nowhere; what a command prints there is for machines to read.
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        System.setOut(System.err);
        System.exit(SignalboxCommand.commandLine().setOut(out).execute(arguments));
    }
}
