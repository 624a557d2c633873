package dev.signalbox.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalbox.asl.check.CheckException;
import dev.signalbox.asl.check.CheckFiles;
import dev.signalbox.asl.check.CheckResult;
import dev.signalbox.asl.check.SingleRun;
import dev.signalbox.asl.check.TestCase;
import dev.signalbox.contract.failure.InvalidInput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs a definition once on the virtual clock.
@Command(
        name = "run",
        description = "Run a definition once, tasks answered by mocks, time virtual.",
        footer = {
            "",
            "A $${NAME} that is a whole string stands for the function of that name; any other needs a value.",
            "",
            "Examples:",
            "  signalbox asl run --definition m.asl.json --input in.json --mock MockConfigFile.json --test-case M#HappyPath --history",
            "  signalbox asl run --definition m.asl.json --substitution Bucket=incoming --mock MockConfigFile.json"
        })
final class AslRunCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SubstitutionOptions substitutions = new SubstitutionOptions();

    @Option(names = "--definition", required = true, paramLabel = "FILE", description = "The state machine.")
    private Path definition = Path.of("");

    @Option(names = "--input", paramLabel = "FILE", description = "The execution's input (default: {}).")
    private @Nullable Path input;

    @Option(
            names = "--mock",
            paramLabel = "FILE",
            description = "A MockConfigFile.json as Step Functions Local takes it.")
    private @Nullable Path mock;

    @Option(
            names = "--test-case",
            paramLabel = "MACHINE#CASE",
            description = "Which test case of the mock file (default: the first).")
    private @Nullable String testCase;

    @Option(names = "--history", description = "Also print the execution history.")
    private boolean history;

    @Override
    public Integer call() {
        try {
            CheckResult result = SingleRun.run(
                    "run",
                    CheckFiles.json(definition),
                    substitutions.values(),
                    input == null ? JsonNodeFactory.instance.objectNode() : CheckFiles.json(input),
                    mock == null ? null : CheckFiles.mocks(mock),
                    testCase == null ? null : TestCase.parse(testCase));
            common.printJson(result.toJson(history));
            return ("SUCCEEDED".equals(result.status()) ? ExitCode.DONE : ExitCode.FAILED).code();
        } catch (CheckException e) {
            throw new InvalidInput(String.valueOf(e.getMessage()), "docs/asl.md explains the files.", e);
        }
    }
}
