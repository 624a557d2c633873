package dev.signalbox.model.learn;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import java.util.List;

/// The values of a matrix as a learner may see them: codes that it does not know are missing (the libraries
/// would score them silently as some other category), and infinities are the largest finite numbers.
final class CleanRows {
    private CleanRows() {}

    /// The matrix's own array where nothing needs a change, else a copy.
    ///
    /// Raises [InvalidInput] where the columns are not those that the model was trained on.
    static float[] of(List<Feature> expected, Matrix rows) {
        requireSame(expected, rows.features());
        float[] categories = categories(expected);
        float[] values = rows.values();
        int first = firstUnclean(values, categories);
        if (first == values.length) {
            return values;
        }
        float[] clean = values.clone();
        for (int at = first; at < clean.length; at++) {
            clean[at] = allowed(clean[at], categories[at % categories.length]);
        }
        return clean;
    }

    private static int firstUnclean(float[] values, float[] categories) {
        int at = 0;
        while (at < values.length) {
            for (float count : categories) {
                float value = values[at];
                if (!Float.isNaN(value) && value != allowed(value, count)) {
                    return at;
                }
                at++;
            }
        }
        return at;
    }

    /// For each feature the number of its codes; 0 for a number.
    static float[] categories(List<Feature> features) {
        float[] counts = new float[features.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = features.get(i).kind() == FeatureKind.CATEGORICAL
                    ? features.get(i).categories().size()
                    : 0;
        }
        return counts;
    }

    private static float allowed(float value, float categories) {
        if (categories == 0) {
            return Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
        }
        return value >= 0 && value < categories && value == (int) value ? value : Float.NaN;
    }

    private static void requireSame(List<Feature> expected, List<Feature> found) {
        if (expected.equals(found)) {
            return;
        }
        if (expected.size() != found.size()) {
            throw unlike(found.size() + " features; the model expects " + expected.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                throw unlike("the feature '" + found.get(i).name() + "' ("
                        + found.get(i).kind() + ", " + found.get(i).categories().size() + " categories) at " + i
                        + "; the model expects '" + expected.get(i).name() + "' ("
                        + expected.get(i).kind() + ", "
                        + expected.get(i).categories().size() + " categories) there");
            }
        }
    }

    private static InvalidInput unlike(String how) {
        return new InvalidInput(
                "The rows do not fit the model: they have " + how + ".",
                "Apply the features.json that Prepare wrote for this very model.");
    }
}
