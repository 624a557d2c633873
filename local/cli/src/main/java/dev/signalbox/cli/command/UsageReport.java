package dev.signalbox.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with the arguments in a line or two, and where to read more; never the whole manual.
final class UsageReport implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println(command.getColorScheme().errorText("signalbox: " + mistake.getMessage()));
        UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
        command.getErr().println("  " + command.getCommandSpec().qualifiedName() + " --help explains the command.");
        return ExitCode.USAGE.code();
    }
}
