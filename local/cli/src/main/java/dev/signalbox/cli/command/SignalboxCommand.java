package dev.signalbox.cli.command;

import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The root of the command line.
@Command(
        name = "signalbox",
        description = "From a data file to a judged model. The agent proposes; the workflow disposes.",
        version = "signalbox 0.1.0",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {
            RunCommand.class,
            ResumeCommand.class,
            ApprovalsCommand.class,
            ApproveCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            DecisionsCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            ModelsCommand.class,
            RollbackCommand.class,
            HaltCommand.class,
            UnhaltCommand.class,
            AgentCommand.class,
            PredictCommand.class,
            ReportCommand.class,
            CostCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            AslCommand.class,
            AutoComplete.GenerateCompletion.class
        },
        footer = {
            "",
            "Examples:",
            "  signalbox run examples/penguins/penguins.csv --target species",
            "  signalbox predict new.csv --pipeline penguins --out scored.csv",
            "  source <(signalbox generate-completion)",
            "",
            "Exit codes: 0 done (promoted, rejected, duplicate), 1 failed, 2 wrong usage, 3 no JDK, 4 build failed, 5 quarantined, 6 awaiting approval, 7 a replay differs, 8 the record was changed."
        })
public final class SignalboxCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// The command line, ready to execute.
    public static CommandLine commandLine() {
        return new CommandLine(new SignalboxCommand())
                .registerConverter(Long.class, text -> whole(text, Long::valueOf))
                .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
                .registerConverter(int.class, text -> whole(text, Integer::valueOf))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new FailureReport())
                .setParameterExceptionHandler(new UsageReport());
    }

    private static <T> T whole(String text, Function<String, T> parsed) {
        try {
            return parsed.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number.");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
