package dev.signalbox.data.validate.leakage;

import dev.signalbox.data.validate.profile.SampleColumn;
import java.util.HashMap;
import java.util.Map;

/// The rule of a feature with categories: name the class that is most frequent among the other rows of the
/// same category. A missing value is a category too, for it may tell as much.
final class CategoryRule {
    private static final int MOST_CELLS = 8_000_000;

    private CategoryRule() {}

    /// How well the categories tell the classes apart.
    ///
    /// @param categories by row of the sample, -1 where missing
    /// @param count of categories
    static Separation judge(int[] categories, int count, ClassCodes target) {
        Separation separation = new Separation(target);
        if ((long) (count + 1) * target.classes() > MOST_CELLS) {
            return separation;
        }
        int[][] table = new int[count + 1][target.classes()];
        for (int row = 0; row < categories.length; row++) {
            if (target.codes()[row] >= 0) {
                table[categories[row] + 1][target.codes()[row]]++;
            }
        }
        for (int[] counts : table) {
            separation.add(counts, true);
        }
        return separation;
    }

    /// Each number as a category of its own; -1 where missing.
    static int[] categoriesOf(SampleColumn.Numbers numbers) {
        Map<Double, Integer> known = new HashMap<>();
        int[] categories = new int[numbers.rows()];
        for (int row = 0; row < categories.length; row++) {
            categories[row] =
                    numbers.isMissing(row) ? -1 : known.computeIfAbsent(numbers.values()[row], value -> known.size());
        }
        return categories;
    }
}
