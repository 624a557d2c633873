package dev.signalbox.registry.report;

import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.registry.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What this analysis cannot say.
final class LimitsSection {
    private static final long FEW_ROWS = 200;

    private LimitsSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        List<String> limits = new ArrayList<>();
        Evaluation evaluation = story.evaluation();
        GateReport gate = story.gate();
        if (evaluation != null && evaluation.validRows() < FEW_ROWS) {
            limits.add("Candidates were compared on only " + Text.count(evaluation.validRows(), "row")
                    + ". Their order could differ on other rows; read the intervals, not the ranks.");
        }
        if (gate != null && gate.rows() < FEW_ROWS) {
            limits.add("The holdout has only " + Text.count(gate.rows(), "row")
                    + ". The interval says how far chance alone could move the score.");
        }
        if (evaluation != null) {
            limits.add("Validation scores flatter the chosen model a little, since it was chosen by them. The holdout"
                    + " does not; it is opened once.");
            limits.add("Intervals describe chance in drawing the rows. They do not cover data that changes over time,"
                    + " wrong labels, or rows that were never collected.");
            limits.add("Importance says what the model uses. It does not say what causes the target.");
        }
        RowCounts rows = story.request().rows();
        if (rows != null && rows.rejected() > 0) {
            limits.add(Text.count(rows.rejected(), "row") + " could not be read and "
                    + (rows.rejected() == 1 ? "was" : "were")
                    + " set aside. If they differ from the rest, so will the model’s quality on such rows.");
        }
        if (limits.isEmpty()) {
            limits.add(
                    "No model was compared, so this report says nothing about how well the target can be predicted.");
        }
        model.put("limits", limits);
    }
}
