package dev.signalbox.cli.command;

import dev.signalbox.cli.cost.DataSize;
import dev.signalbox.cli.cost.Estimate;
import dev.signalbox.cli.cost.Prices;
import dev.signalbox.cli.cost.RunUse;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.runtime.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Estimates what runs cost on AWS.
@Command(
        name = "cost",
        description = "Estimate what a run costs on AWS, and a month of runs.",
        footer = {
            "",
            "Examples:",
            "  signalbox cost --rows 1000000 --columns 20 --runs 30",
            "  signalbox cost --bytes 155000000 --region us-east-1",
            "  signalbox cost --run penguins-20260131-174501-3f9a"
        })
final class CostCommand implements Callable<Integer> {
    private static final long STORED_PER_SOURCE_BYTE = 3;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--rows", description = "Of the data; with --columns.")
    private @Nullable Long rows;

    @Option(names = "--columns", description = "Of the data; with --rows.")
    private @Nullable Long columns;

    @Option(names = "--bytes", description = "Of the data as CSV, instead of rows and columns.")
    private @Nullable Long bytes;

    @Option(names = "--run", paramLabel = "RUN", description = "Instead of a size: a run whose seconds are taken.")
    private @Nullable String run;

    @Option(names = "--runs", paramLabel = "N", description = "A month (default: ${DEFAULT-VALUE}).")
    private int runsPerMonth = 30;

    @Option(names = "--region", description = "Whose prices (default: ${DEFAULT-VALUE}).")
    private String region = "eu-central-1";

    @Option(names = "--prices", paramLabel = "FILE", description = "A table of prices instead of the program's.")
    private @Nullable Path prices;

    @Option(names = "--print-prices", description = "Print the program's table of prices, and nothing else.")
    private boolean printPrices;

    @Override
    public Integer call() {
        if (printPrices) {
            common.out().print(Prices.text());
            return ExitCode.DONE.code();
        }
        checkRuns();
        Path table = prices;
        Prices priced = table == null ? Prices.ours() : Prices.of(table);
        String id = run;
        DataSize size = size();
        if ((id == null) == (size == null)) {
            throw wrong("What is to be estimated? It needs one of --rows with --columns, --bytes, --run.");
        }
        RunUse use = size != null ? size.run() : recorded(String.valueOf(id));
        Estimate estimate = Estimate.of(use, runsPerMonth, region, priced);
        if (common.json()) {
            common.printJson(estimate);
        } else {
            print(estimate);
        }
        if (size != null && !size.fits()) {
            common.err()
                    .println("The functions as they are deployed cannot hold so much: training needs about "
                            + size.memoryMb() + " MB. See docs/cost.md.");
        }
        return ExitCode.DONE.code();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(common.spec().commandLine(), message);
    }

    private void checkRuns() {
        if (runsPerMonth < 0) {
            throw wrong("--runs " + runsPerMonth + " is below 0.");
        }
    }

    private @Nullable DataSize size() {
        Long r = rows;
        Long c = columns;
        Long b = bytes;
        if ((r == null) != (c == null) || (r != null && b != null)) {
            throw wrong("--rows goes with --columns, and without --bytes.");
        }
        if (r != null && c != null) {
            return DataSize.ofTable(positive(r), positive(c));
        }
        return b == null ? null : DataSize.ofBytes(positive(b));
    }

    private long positive(long value) {
        if (value < 1) {
            throw wrong("A size is " + value + "; expected 1 or more.");
        }
        return value;
    }

    private RunUse recorded(String start) {
        try (LocalRuns runs = common.existingRuns()) {
            var environment = runs.environment();
            List<LedgerEntry> entries =
                    environment.ledger().entries(new RunLookup(runs).find(start).runId());
            long stored = entries.stream()
                    .map(LedgerEntry::event)
                    .filter(LedgerEvent.RunStarted.class::isInstance)
                    .map(LedgerEvent.RunStarted.class::cast)
                    .mapToLong(started -> new Documents(environment.artifacts())
                            .read(started.manifest(), RunManifest.class)
                            .source()
                            .sizeBytes())
                    .sum();
            return RunUse.recorded(entries, STORED_PER_SOURCE_BYTE * stored);
        }
    }

    private void print(Estimate estimate) {
        TextTable stages = new TextTable("stage", "calls", "seconds", "MB", "GB-seconds");
        estimate.stages()
                .forEach(use -> stages.row(
                        use.id(),
                        Integer.toString(use.calls()),
                        number("%.1f", use.seconds()),
                        Integer.toString(use.memoryMb()),
                        number("%.1f", use.gbSeconds())));
        stages.print(common, "The run has finished no stage.");
        common.out().println();
        table("USD a run", estimate.run());
        common.out().println();
        table("USD a month of " + estimate.runsPerMonth(), estimate.month());
        common.out()
                .printf(
                        Locale.ROOT,
                        "%nA run: %.4f USD. A month of %d: %.2f USD. Prices of %s, %s.%n",
                        estimate.runUsd(),
                        estimate.runsPerMonth(),
                        estimate.monthUsd(),
                        estimate.region(),
                        estimate.pricesAsOf());
    }

    private void table(String title, List<Estimate.Line> lines) {
        TextTable table = new TextTable("what", "how many", title);
        lines.forEach(
                line -> table.row(line.billed().label(), number("%.4g", line.quantity()), number("%.6f", line.usd())));
        table.print(common, "Nothing.");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
