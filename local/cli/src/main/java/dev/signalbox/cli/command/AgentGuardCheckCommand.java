package dev.signalbox.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.cli.run.GuardCases;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Has the guardrails rule on a folder of cases.
@Command(
        name = "guard-check",
        description = "Have the guardrails rule on every case of a folder and print one line of JSON for each.",
        footer = {
            "",
            "Example:",
            "  signalbox agent guard-check cases    (each cases/<case>/ holds action.json and view.json)"
        })
final class AgentGuardCheckCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "The folder of cases.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        GuardCases.rule(folder, line -> {
            common.out().println(json(line));
            common.out().flush();
        });
        return ExitCode.DONE.code();
    }

    private static String json(GuardCases.Line line) {
        try {
            return ContractJson.LENIENT.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure("A ruling cannot be written as JSON.", "Report this defect.", e);
        }
    }
}
