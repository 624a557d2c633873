package dev.signalbox.cli.command;

import dev.signalbox.cli.run.HealthCheck;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/// Checks that this machine has what runs need.
@Command(
        name = "doctor",
        description = "Check that this machine has what runs need.",
        footer = {"", "Example:", "  signalbox doctor --json"})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        List<HealthCheck.Answer> answers = HealthCheck.all(common.workspace());
        boolean healthy = answers.stream().allMatch(HealthCheck.Answer::healthy);
        if (common.json()) {
            common.printJson(Map.of("healthy", healthy, "checks", answers));
        } else {
            for (HealthCheck.Answer answer : answers) {
                String mark = Ansi.AUTO.string(answer.healthy() ? "@|green ok  |@" : "@|red bad |@");
                common.out().println(mark + " " + answer.name() + ": " + answer.found());
                if (!answer.healthy()) {
                    common.out().println("     " + answer.next());
                }
            }
        }
        return (healthy ? ExitCode.DONE : ExitCode.FAILED).code();
    }
}
