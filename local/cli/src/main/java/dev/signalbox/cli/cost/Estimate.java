package dev.signalbox.cli.cost;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.signalbox.runtime.Watching;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What runs cost in a region, without tax, discounts and free tiers.
///
/// @param region whose prices
/// @param pricesAsOf the day of the prices
/// @param stages what a run takes
/// @param run line by line
/// @param runsPerMonth 0 or more
/// @param month line by line: the runs, what they leave in buckets after that month, and what watching one
/// pipeline costs
public record Estimate(
        String region,
        LocalDate pricesAsOf,
        List<StageUse> stages,
        List<Line> run,
        int runsPerMonth,
        List<Line> month) {
    private static final double HOURS_PER_MONTH = 730;

    public Estimate {
        stages = List.copyOf(stages);
        run = List.copyOf(run);
        month = List.copyOf(month);
    }

    /// What a use costs, by a table.
    ///
    /// @param use of one run
    /// @param runsPerMonth 0 or more, each in an hour of its own as long as there are so many
    public static Estimate of(RunUse use, int runsPerMonth, String region, Prices prices) {
        Map<String, Double> priced = prices.in(region);
        Map<Billed, Double> month = new EnumMap<>(Billed.class);
        use.billed().forEach((what, quantity) -> month.put(what, quantity * runsPerMonth));
        month.put(Billed.S3_STORAGE, use.storedGb() * runsPerMonth);
        month.put(Billed.METRIC, use.metrics() * Math.min(1, runsPerMonth / HOURS_PER_MONTH));
        month.put(Billed.ALARM, (double) Watching.alarmedMetrics(1));
        month.put(Billed.DASHBOARD, (double) Watching.dashboards(1));
        return new Estimate(
                region, prices.asOf(), use.stages(), lines(use.billed(), priced), runsPerMonth, lines(month, priced));
    }

    /// USD for one run.
    @JsonProperty
    public double runUsd() {
        return sum(run);
    }

    /// USD for a month.
    @JsonProperty
    public double monthUsd() {
        return sum(month);
    }

    private static double sum(List<Line> lines) {
        return lines.stream().mapToDouble(Line::usd).sum();
    }

    private static List<Line> lines(Map<Billed, Double> billed, Map<String, Double> prices) {
        List<Line> lines = new ArrayList<>();
        billed.forEach((what, quantity) ->
                lines.add(new Line(what, quantity, quantity / what.unit() * prices.getOrDefault(what.key(), 0.0))));
        return lines;
    }

    /// One line of a bill.
    ///
    /// @param billed what
    /// @param quantity how many
    /// @param usd for all of them
    public record Line(@JsonIgnore Billed billed, double quantity, double usd) {
        /// What, by its name in the table of prices.
        @JsonProperty
        public String price() {
            return billed.key();
        }
    }
}
