package dev.signalbox.model.features;

import dev.signalbox.contract.reading.DateOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Finds the parts of a point in time that vary.
final class MomentFitter {
    private MomentFitter() {}

    /// Fits the column.
    ///
    /// @param seconds of the training rows; NaN is missing
    /// @param unique makes a feature's name
    static Fitted fit(String source, DateOrder order, boolean lenient, double[] seconds, UnaryOperator<String> unique) {
        double origin = Double.POSITIVE_INFINITY;
        for (double value : seconds) {
            origin = value < origin ? value : origin;
        }
        List<DatePart> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (DatePart part : DatePart.values()) {
            if (varies(part, seconds, origin)) {
                parts.add(part);
                names.add(unique.apply(source + "." + part.id()));
            }
        }
        return parts.isEmpty()
                ? new Fitted.Dropped(DropReason.CONSTANT)
                : new Fitted.Kept(new FittedColumn.Moment(source, order, lenient, origin, parts, names));
    }

    private static boolean varies(DatePart part, double[] seconds, double origin) {
        double first = Double.NaN;
        for (double value : seconds) {
            if (!Double.isNaN(value)) {
                double found = part.of(value, origin);
                if (found != first && !Double.isNaN(first)) {
                    return true;
                }
                first = found;
            }
        }
        return false;
    }
}
