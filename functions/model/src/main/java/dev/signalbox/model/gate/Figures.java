package dev.signalbox.model.gate;

import dev.signalbox.contract.metric.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as reasons have them: four significant digits, the same in every country.
final class Figures {
    private static final MathContext DIGITS = new MathContext(4);

    private Figures() {}

    static String text(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    /// Such as `0.8123 (0.75 to 0.86)`.
    static String text(MetricValue value) {
        return text(value.value()) + " (" + text(value.low()) + " to " + text(value.high()) + ")";
    }
}
