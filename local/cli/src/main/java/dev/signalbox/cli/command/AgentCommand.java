package dev.signalbox.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The agent, asked outside of any run.
@Command(
        name = "agent",
        description = "Ask the agent and its guardrails outside of any run.",
        subcommands = {AgentDecideCommand.class, AgentGuardCheckCommand.class},
        footer = {"", "Examples:", "  signalbox agent decide cases", "  signalbox agent guard-check cases"})
final class AgentCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which: decide, or guard-check?");
    }
}
