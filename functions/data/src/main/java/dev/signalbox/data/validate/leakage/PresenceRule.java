package dev.signalbox.data.validate.leakage;

import dev.signalbox.data.validate.profile.SampleColumn;

/// The rule of a column that is filled in for one class only: what was written down because of the outcome,
/// such as the date of a refund, is not there yet when somebody asks. What stands in it does not matter, nor
/// whether every row of the class has it.
final class PresenceRule {
    /// Fewer rows with a value, or a smaller part of a class, prove too little to take a column out.
    private static final int LEAST_FILLED = 30;

    private static final double LEAST_OF_CLASS = 0.2;
    private static final double MOST_FILLED = 0.95;

    private PresenceRule() {}

    /// How surely a value tells the class.
    ///
    /// @param gain share of the errors of naming the class blindly that presence takes away, 0 to 1, with one
    ///     unlucky row added
    /// @param purity share of the rows with a value that have the class
    /// @param filled rows with a value
    record Presence(double gain, double purity, long filled) {}

    /// Judges by the rows of the sample that have a class.
    static Presence judge(SampleColumn feature, ClassCodes target) {
        int[] counts = new int[target.classes()];
        int filled = 0;
        for (int row = 0; row < target.codes().length; row++) {
            if (target.codes()[row] >= 0 && !feature.isMissing(row)) {
                counts[target.codes()[row]]++;
                filled++;
            }
        }
        int most = 0;
        for (int label = 1; label < counts.length; label++) {
            most = counts[label] > counts[most] ? label : most;
        }
        boolean enough = filled >= LEAST_FILLED
                && filled <= MOST_FILLED * target.rows()
                && counts[most] >= LEAST_OF_CLASS * target.sizes()[most];
        if (!enough) {
            return new Presence(0, 0, filled);
        }
        double others = 1 - (double) target.sizes()[most] / target.rows();
        double wrong = (filled - counts[most] + 1.0) / filled;
        return new Presence(others == 0 ? 0 : 1 - wrong / others, (double) counts[most] / filled, filled);
    }
}
