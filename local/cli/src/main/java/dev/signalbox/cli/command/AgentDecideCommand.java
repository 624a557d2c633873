package dev.signalbox.cli.command;

import dev.signalbox.agent.planner.Planner;
import dev.signalbox.agent.planner.RulesPlanner;
import dev.signalbox.agent.planner.search.SearchPlanner;
import dev.signalbox.cli.run.AgentCases;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Decides a folder of cases.
@Command(
        name = "decide",
        description = "Decide every case of a folder and print one line of JSON for each.",
        footer = {
            "",
            "Example:",
            "  signalbox agent decide cases    (each cases/<case>/ holds view.json, maybe data/ with a data file)"
        })
final class AgentDecideCommand implements Callable<Integer> {
    /// Planners that need neither network nor record.
    enum Kind {
        /// The practice of a careful data scientist.
        RULES,
        /// The rules with a tree search over experiments; no margin, seed 0.
        SEARCH;

        private Planner planner() {
            return switch (this) {
                case RULES -> new RulesPlanner();
                case SEARCH -> new SearchPlanner(0, 0);
            };
        }
    }

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "The folder of cases.")
    private Path folder = Path.of("");

    @Option(
            names = "--planner",
            paramLabel = "PLANNER",
            converter = Words.Planners.class,
            completionCandidates = Words.Planners.class,
            description = "Who proposes: ${COMPLETION-CANDIDATES} (default: rules).")
    private Kind planner = Kind.RULES;

    @Override
    public Integer call() {
        new AgentCases(planner.planner()).decide(folder, line -> {
            common.printJson(line);
            common.out().flush();
        });
        return ExitCode.DONE.code();
    }
}
