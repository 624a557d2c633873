package dev.signalbox.model.gate;

import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.Gain;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// The conditions of promotion that look at all rows, each with its numbers.
final class Conditions {
    static final String HOLDOUT = "holdout";
    static final String BASELINE = "beats the baseline";
    static final String CHAMPION = "no worse than the champion";

    private final Holdout holdout;
    private final SortedMap<MetricName, MetricValue> challenger;

    Conditions(Holdout holdout, SortedMap<MetricName, MetricValue> challenger) {
        this.holdout = holdout;
        this.challenger = challenger;
    }

    /// One for each configured minimum; bounds of losses are upper bounds.
    List<GateCondition> minimum() {
        List<GateCondition> conditions = new ArrayList<>();
        holdout.config().minimum().forEach((metric, bound) -> conditions.add(minimum(metric, bound)));
        return conditions;
    }

    /// The challenger must be better than class shares or mean of the training rows, by the paired test.
    GateCondition beatsBaseline(Predictions baseline, double score) {
        Gain gain = holdout.gainOver(baseline);
        boolean passed = gain.value() > 0 && gain.pValue() < holdout.level();
        String known = holdout.classCount() == 0 ? "the mean of the training rows" : "the class shares of training";
        String reason = "The " + primary() + " is " + text(challenger) + "; always answering with " + known
                + " has " + Figures.text(score) + ". " + test(gain)
                + (passed ? "" : " The challenger is no better than the baseline beyond noise.");
        return new GateCondition(BASELINE, passed, reason + holdout.caution());
    }

    /// The challenger must be better than the champion: by the margin at least, and beyond noise.
    GateCondition beatsChampion(ModelVersion champion, SortedMap<MetricName, MetricValue> scores, Gain gain) {
        double margin = holdout.config().margin();
        boolean significant = gain.value() > 0 && gain.pValue() < holdout.level();
        boolean enough = gain.value() >= margin;
        String verdict;
        if (significant && enough) {
            verdict = "The challenger is better.";
        } else if (significant) {
            verdict = "It is better, but by less than the margin of " + Figures.text(margin) + "; the champion stays.";
        } else if (gain.value() < 0) {
            verdict = "The challenger is not better; the champion stays.";
        } else {
            verdict = "That is equal within noise; the champion stays.";
        }
        String reason = "The " + primary() + " is " + text(challenger) + "; the champion, version "
                + champion.version() + ", has " + text(scores) + " on the same "
                + holdout.rows().rows()
                + " rows. " + test(gain) + " " + verdict;
        return new GateCondition(CHAMPION, significant && enough, reason + holdout.caution());
    }

    private GateCondition minimum(MetricName metric, double bound) {
        String name = "minimum " + metric.id();
        MetricValue value = challenger.get(metric);
        if (value == null) {
            return new GateCondition(
                    name,
                    false,
                    "The holdout does not give a " + metric.id() + " for this task; take it out of gate.minimum.");
        }
        boolean passed = metric.gain(value.value(), bound) >= 0;
        String wanted = metric.higherIsBetter() ? "at least " : "at most ";
        return new GateCondition(
                name,
                passed,
                "The " + metric.id() + " is " + Figures.text(value) + "; expected " + wanted + Figures.text(bound) + "."
                        + holdout.caution());
    }

    private String test(Gain gain) {
        return "Gain " + Figures.text(gain.value()) + ", paired p-value " + Figures.text(gain.pValue())
                + " (needed: below " + Figures.text(holdout.level()) + ").";
    }

    private String primary() {
        return holdout.metric().id();
    }

    private String text(SortedMap<MetricName, MetricValue> scores) {
        MetricValue value = scores.get(holdout.metric());
        return value == null ? "no value" : Figures.text(value);
    }
}
