package dev.signalbox.cli.command;

import dev.signalbox.cli.run.RunDocument;
import dev.signalbox.contract.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with the arguments in a line or two, and where to read more; never the whole manual.
final class UsageReport implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help explains the command.";
        ErrorLines.print(
                command,
                Arrays.asList(arguments).contains("--json"),
                new RunDocument.Failure("InvalidInput", message(mistake), help));
        return ExitCode.USAGE.code();
    }

    private static String message(ParameterException mistake) {
        if (!(mistake instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return String.valueOf(mistake.getMessage());
        }
        CommandLine command = mistake.getCommandLine();
        String word = unmatched.getUnmatched().getFirst();
        if (unmatched.isUnknownOption()) {
            return "There is no option '" + word + "'." + nearest(word, options(command));
        }
        return command.getSubcommands().isEmpty()
                ? "'" + word + "' is one word too many."
                : "There is no command '" + word + "'."
                        + nearest(word, command.getSubcommands().keySet());
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();
    }

    private static String nearest(String word, Collection<String> known) {
        return Nearest.to(word, known)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }
}
