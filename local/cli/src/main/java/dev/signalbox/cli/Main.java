package dev.signalbox.cli;

import dev.signalbox.cli.command.SignalboxCommand;

/// Starts the command line.
public final class Main {
    private Main() {}

    /// Runs a command and ends the process with its exit code.
    ///
    /// @param arguments as typed; the exit codes stand in [dev.signalbox.cli.command.ExitCode]
    public static void main(String... arguments) {
        System.exit(SignalboxCommand.commandLine().execute(arguments));
    }
}
