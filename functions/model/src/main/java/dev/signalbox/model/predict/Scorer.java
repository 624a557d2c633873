package dev.signalbox.model.predict;

import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.features.RowEncoder;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scores rows in portions, so that memory does not grow with the file.
final class Scorer {
    private static final int PORTION_ROWS = 4_096;

    private final FittedFeatures fitted;
    private final RowEncoder encoder;
    private final TrainedModel model;
    private final int[] sourceOfFeature;

    Scorer(FittedFeatures fitted, RowEncoder encoder, TrainedModel model) {
        this.fitted = fitted;
        this.encoder = encoder;
        this.model = model;
        List<Feature> features = encoder.features();
        List<String> sources = encoder.sources();
        this.sourceOfFeature = features.stream()
                .mapToInt(feature -> sources.indexOf(feature.source()))
                .toArray();
    }

    /// Scores every row.
    ///
    /// @param contributions receives how each source column moved each row; null where nobody asked
    Counts score(RowSource rows, OutputFile predictions, @Nullable OutputFile contributions) {
        writeHeaders(predictions, contributions);
        long count = 0;
        long unscored = 0;
        int width = encoder.features().size();
        float[] values = new float[PORTION_ROWS * width];
        List<@Nullable String> reasons = new ArrayList<>();
        SourceRow row = rows.next();
        while (row != null) {
            reasons.clear();
            int scored = 0;
            for (; row != null && reasons.size() < PORTION_ROWS; row = rows.next()) {
                String reason = row.defect() != null
                        ? row.defect()
                        : encoder.encode(row.cells(), row.typed(), values, scored * width);
                reasons.add(reason);
                scored += reason == null ? 1 : 0;
            }
            Matrix portion =
                    new Matrix(encoder.features(), Arrays.copyOf(values, scored * width), new double[0], ids(scored));
            write(portion, reasons, predictions, contributions);
            count += reasons.size();
            unscored += reasons.size() - scored;
        }
        return new Counts(count, unscored);
    }

    private void writeHeaders(OutputFile predictions, @Nullable OutputFile contributions) {
        predictions.field("prediction");
        fitted.classes().forEach(label -> predictions.field("p_" + label));
        predictions.field("reason").endLine();
        if (contributions != null) {
            encoder.sources().forEach(contributions::field);
            contributions.endLine();
        }
    }

    private void write(
            Matrix portion,
            List<@Nullable String> reasons,
            OutputFile predictions,
            @Nullable OutputFile contributions) {
        Predictions scores = portion.rows() == 0 ? null : model.predict(portion);
        double[] moves = contributions == null || portion.rows() == 0 ? new double[0] : model.contributions(portion);
        int next = 0;
        for (String reason : reasons) {
            if (reason != null || scores == null) {
                writeReason(String.valueOf(reason), predictions, contributions);
                continue;
            }
            writeScore(scores, next, predictions);
            if (contributions != null) {
                writeMoves(moves, next, contributions);
            }
            next++;
        }
    }

    private void writeReason(String reason, OutputFile predictions, @Nullable OutputFile contributions) {
        predictions.field("");
        fitted.classes().forEach(label -> predictions.field(""));
        predictions.field(reason).endLine();
        if (contributions != null) {
            encoder.sources().forEach(source -> contributions.field(""));
            contributions.endLine();
        }
    }

    private void writeScore(Predictions scores, int row, OutputFile predictions) {
        if (fitted.classes().isEmpty()) {
            predictions.field(scores.at(row, 0));
        } else {
            int best = 0;
            for (int code = 1; code < scores.width(); code++) {
                best = scores.at(row, code) > scores.at(row, best) ? code : best;
            }
            predictions.field(fitted.classes().get(best));
            for (int code = 0; code < scores.width(); code++) {
                predictions.field(scores.at(row, code));
            }
        }
        predictions.field("").endLine();
    }

    private void writeMoves(double[] moves, int row, OutputFile contributions) {
        double[] bySource = new double[encoder.sources().size()];
        for (int i = 0; i < sourceOfFeature.length; i++) {
            bySource[sourceOfFeature[i]] += moves[row * sourceOfFeature.length + i];
        }
        for (double move : bySource) {
            contributions.field(move);
        }
        contributions.endLine();
    }

    private static long[] ids(int count) {
        long[] ids = new long[count];
        Arrays.setAll(ids, i -> i);
        return ids;
    }

    /// What was done.
    ///
    /// @param rows of the input
    /// @param unscored that have a reason instead
    record Counts(long rows, long unscored) {}
}
