package dev.signalbox.data.validate.leakage;

import dev.signalbox.data.validate.profile.SampleColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The class of each row of the sample that has one.
///
/// @param codes by row of the sample, -1 where the target is missing
/// @param sizes rows of each class
/// @param rows that have a class
@SuppressWarnings("ArrayRecordComponent") // Numbers of the sample, compared by nobody.
record ClassCodes(int[] codes, int[] sizes, int rows) {
    /// Most classes that are told apart; of more, no single column is expected to tell all.
    static final int MOST_CLASSES = 100;

    /// The classes of a target; without any row where there are more than 100.
    static ClassCodes of(SampleColumn target) {
        int[] codes = switch (target) {
            case SampleColumn.Labels labels -> labels.codes().clone();
            case SampleColumn.Numbers numbers -> codesOf(numbers.values());
        };
        int classes = Arrays.stream(codes).max().orElse(-1) + 1;
        if (classes > MOST_CLASSES) {
            return new ClassCodes(codes, new int[0], 0);
        }
        int[] sizes = new int[classes];
        int rows = 0;
        for (int code : codes) {
            if (code >= 0) {
                sizes[code]++;
                rows++;
            }
        }
        return new ClassCodes(codes, sizes, rows);
    }

    /// How many classes there are.
    int classes() {
        return sizes.length;
    }

    private static int[] codesOf(double[] values) {
        Map<Double, Integer> known = new HashMap<>();
        int[] codes = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            codes[row] = Double.isNaN(values[row]) ? -1 : known.computeIfAbsent(values[row], value -> known.size());
        }
        return codes;
    }
}
