package dev.signalbox.cli.command;

import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.replay.Difference;
import dev.signalbox.agent.replay.JunctionReplay;
import dev.signalbox.agent.replay.RecordedJunction;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes the decisions of a run again.
@Command(
        name = "replay",
        description = {
            "Make the decisions of a run again out of what was recorded, and compare.",
            "Needs neither data nor network nor model. Exit code 7 where something differs."
        },
        footer = {
            "",
            "Examples:",
            "  signalbox replay penguins-20260131-174501-3f9a",
            "  signalbox replay penguins-20260131-174501-3f9a --export decisions/penguins",
            "  signalbox replay decisions"
        })
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "RUN|DIR",
            description = "The run's id, or the start of it; or a folder with an exported run, or with several.")
    private String run = "";

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Copy what the replay needs into a new folder, to be kept as a test.")
    private @Nullable Path export;

    @Override
    public Integer call() {
        JunctionReplay replay = new JunctionReplay(GuardrailChain.standard());
        List<Replayed> replayed = recordings().stream()
                .map(recording -> new Replayed(
                        recording.runId(),
                        recording.junctions().stream()
                                .map(junction -> Again.of(junction, replay))
                                .toList()))
                .toList();
        boolean identical = replayed.stream().allMatch(Replayed::identical);
        if (common.json()) {
            common.printJson(Map.of("identical", identical, "runs", replayed));
        } else {
            replayed.forEach(this::print);
        }
        return (identical ? ExitCode.DONE : ExitCode.DIVERGED).code();
    }

    private List<Recording> recordings() {
        if (Recording.isExported(Path.of(run))) {
            return Recording.exported(Path.of(run));
        }
        try (LocalRuns runs = common.existingRuns()) {
            Recording recording =
                    Recording.ofRun(runs, new RunLookup(runs).find(run).runId());
            if (export != null) {
                recording.export(export);
            }
            return List.of(recording);
        }
    }

    private void print(Replayed one) {
        long same = one.decisions().stream().filter(Again::same).count();
        common.out()
                .println(one.runId() + ": " + same + " of " + one.decisions().size() + " decisions are the same again");
        for (Again again : one.decisions()) {
            if (again.same()) {
                common.out().println("  " + again.decisionId() + ": " + again.action() + ", the same");
            }
            for (Difference difference : again.differences()) {
                common.out()
                        .println("  " + again.decisionId() + ": " + difference.document() + " " + difference.says());
            }
        }
    }

    /// @param runId the run
    /// @param identical whether all decisions are the same again
    /// @param decisions in order
    record Replayed(String runId, boolean identical, List<Again> decisions) {
        Replayed(String runId, List<Again> decisions) {
            this(runId, decisions.stream().allMatch(Again::same), decisions);
        }
    }

    /// @param decisionId of the decision
    /// @param action its type
    /// @param same whether it is the same again
    /// @param differences the first first
    record Again(String decisionId, String action, boolean same, List<Difference> differences) {
        static Again of(RecordedJunction junction, JunctionReplay replay) {
            List<Difference> differences = replay.differences(junction);
            return new Again(junction.name(), junction.decision().action().type(), differences.isEmpty(), differences);
        }
    }
}
