package dev.signalbox.model.evaluate;

import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Subsample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts rows into segments: one for each category, for each quarter of a number (or each value, of four at
/// most), and for missing values.
public final class Segmentation {
    private static final int CUT_ROWS = 10_000;

    private final Matrix matrix;
    private final int leastRows;

    /// @param matrix whose rows
    /// @param leastRows of a segment; smaller ones are left out, as are those that hold every row
    public Segmentation(Matrix matrix, int leastRows) {
        this.matrix = matrix;
        this.leastRows = leastRows;
    }

    /// The segments in the order of the features.
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < matrix.features().size(); i++) {
            Feature feature = matrix.features().get(i);
            if (feature.kind() == FeatureKind.CATEGORICAL) {
                add(segments, feature, categories(i), feature.categories());
            } else {
                Cuts cuts = cuts(i);
                add(segments, feature, ranges(i, cuts), cuts.labels());
            }
        }
        return segments;
    }

    /// @param codes the segment of each row; the number of labels stands for missing
    private void add(List<Segment> segments, Feature feature, int[] codes, List<String> labels) {
        int[] counts = new int[labels.size() + 1];
        for (int code : codes) {
            counts[code]++;
        }
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] >= leastRows && counts[code] < codes.length) {
                String label = code == labels.size() ? "missing" : labels.get(code);
                String value = feature.name().equals(feature.source()) ? label : feature.name() + " " + label;
                segments.add(new Segment(feature.source(), value, rows(codes, code, counts[code])));
            }
        }
    }

    private static int[] rows(int[] codes, int wanted, int count) {
        int[] rows = new int[count];
        int next = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] == wanted) {
                rows[next++] = row;
            }
        }
        return rows;
    }

    private int[] categories(int feature) {
        int missing = matrix.features().get(feature).categories().size();
        int[] codes = new int[matrix.rows()];
        for (int row = 0; row < codes.length; row++) {
            float code = matrix.at(row, feature);
            codes[row] = Float.isNaN(code) ? missing : (int) code;
        }
        return codes;
    }

    private int[] ranges(int feature, Cuts cuts) {
        int[] codes = new int[matrix.rows()];
        for (int row = 0; row < codes.length; row++) {
            float value = matrix.at(row, feature);
            codes[row] = Float.isNaN(value) ? cuts.parts() : cuts.part(value);
        }
        return codes;
    }

    private Cuts cuts(int feature) {
        int[] rows = Subsample.of(matrix.rows(), CUT_ROWS, feature);
        float[] values = new float[rows.length];
        int count = 0;
        for (int row : rows) {
            float value = matrix.at(row, feature);
            if (!Float.isNaN(value)) {
                values[count++] = value;
            }
        }
        return Cuts.of(Arrays.copyOf(values, count));
    }
}
