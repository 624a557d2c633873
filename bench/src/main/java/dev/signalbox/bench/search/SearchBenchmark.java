package dev.signalbox.bench.search;

import dev.signalbox.agent.planner.search.KnobSpace;
import dev.signalbox.agent.planner.search.SearchPlanner;
import dev.signalbox.bench.figures.Spread;
import dev.signalbox.bench.search.Experiment.Outcome;
import dev.signalbox.cli.run.Installation;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.runtime.config.PipelineYaml;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;

/// The search planner against random search: both begin with the same starting candidates on the same split
/// and may train as many more; random search draws learner and knobs evenly from the ranges that the search
/// moves in. The seed divides the rows and draws the candidates.
public final class SearchBenchmark {
    private static final List<Algorithm> LEARNERS = List.of(Algorithm.LIGHTGBM, Algorithm.XGBOOST, Algorithm.LINEAR);
    private static final int MORE = 8;
    private static final int AT_ONCE = 2;
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private SearchBenchmark() {}

    /// Prints a line a seed, and the figures of each example.
    ///
    /// @param arguments number of seeds, then names of examples
    public static void main(String[] arguments) throws IOException {
        int seeds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        List<String> names = arguments.length < 2
                ? List.of("penguins", "german-credit", "weather")
                : List.of(arguments).subList(1, arguments.length);
        for (String name : names) {
            compare(name, seeds);
        }
    }

    private static void compare(String name, int seeds) throws IOException {
        Path home = Path.of(System.getProperty("signalbox.home", "."));
        Path example = home.resolve("examples").resolve(name);
        String yaml = Files.readString(example.resolve("pipeline.yaml"));
        Path bench = Files.createDirectories(home.resolve("target/bench"));
        List<Outcome> searched = new ArrayList<>();
        List<Outcome> drawn = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            PipelineConfig config = PipelineYaml.parse(yaml + "\nseed: " + seed + "\n", "pipeline.yaml");
            Path data = example.resolve(java.util.Objects.requireNonNull(config.source()));
            Workspace workspace = new Workspace(Files.createTempDirectory(bench, "search")).create();
            try (LocalRuns runs = new LocalRuns(workspace, Installation.current())) {
                searched.add(search(new Experiment(runs, "search", data, config), seed));
                drawn.add(draw(new Experiment(runs, "random", data, config), seed));
            }
            OUT.printf(
                    Locale.ROOT, "%s seed %d: search %s, random %s%n", name, seed, searched.getLast(), drawn.getLast());
        }
        figures(name, searched, drawn);
    }

    private static Outcome search(Experiment experiment, int seed) {
        SearchPlanner planner = new SearchPlanner(0, seed);
        int most = experiment.fits() + MORE;
        int rounds = MORE / AT_ONCE;
        while (experiment.fits() < most && rounds > 0) {
            int left = most - experiment.fits();
            // Two decisions are for what comes after a search.
            Action action = planner.propose(experiment.view(2 + rounds--, left)).action();
            if (!(action instanceof Action.TrainMore more)) {
                break;
            }
            experiment.decided(action);
            experiment.train(more.candidates());
        }
        return experiment.outcome();
    }

    private static Outcome draw(Experiment experiment, int seed) {
        Random chance = new Random(seed);
        List<CandidateSpec> specs = new ArrayList<>();
        for (int i = 0; i < MORE; i++) {
            Algorithm algorithm = LEARNERS.get(chance.nextInt(LEARNERS.size()));
            KnobSpace space = KnobSpace.of(algorithm);
            specs.add(
                    new CandidateSpec("random-" + i, algorithm, space.knobs(new TreeMap<>(), space.anywhere(chance))));
        }
        experiment.train(specs);
        return experiment.outcome();
    }

    private static void figures(String name, List<Outcome> searched, List<Outcome> drawn) {
        MetricName metric = searched.getFirst().metric();
        int better = 0;
        int worse = 0;
        for (int i = 0; i < searched.size(); i++) {
            double gain = metric.gain(searched.get(i).valid(), drawn.get(i).valid());
            better += gain > 0 ? 1 : 0;
            worse += gain < 0 ? 1 : 0;
        }
        OUT.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %s | %s | %d of %d, %d worse | %s | %s |%n",
                name,
                metric.id(),
                Spread.of(searched, Outcome::fits).median(),
                text(Spread.of(searched, Outcome::valid)),
                text(Spread.of(drawn, Outcome::valid)),
                better,
                searched.size(),
                worse,
                text(Spread.of(searched, Outcome::holdout)),
                text(Spread.of(drawn, Outcome::holdout)));
    }

    private static String text(Spread spread) {
        return String.format(Locale.ROOT, "%.4g (%.4g to %.4g)", spread.median(), spread.least(), spread.greatest());
    }
}
