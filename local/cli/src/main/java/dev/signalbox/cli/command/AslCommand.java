package dev.signalbox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// State machines, checked offline.
@Command(
        name = "asl",
        description = "Validate and try state machines (Amazon States Language, JSONata) offline.",
        subcommands = {AslValidateCommand.class, AslRunCommand.class, AslCheckCommand.class},
        footer = {"", "Example:", "  signalbox asl validate statemachines"})
final class AslCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which: validate, run or check?");
    }
}
