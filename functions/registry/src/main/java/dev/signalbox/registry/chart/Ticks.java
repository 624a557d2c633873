package dev.signalbox.registry.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Round numbers on an axis. Source: Heckbert, Nice numbers for graph labels, Graphics Gems, 1990.
final class Ticks {
    private Ticks() {}

    /// Multiples of 1, 2 or 5 times a power of ten, within the range.
    ///
    /// @param wanted about how many
    static List<BigDecimal> nice(double low, double high, int wanted) {
        BigDecimal step = step((high - low) / wanted);
        long first = (long) Math.ceil(low / step.doubleValue() - 1e-9);
        long last = (long) Math.floor(high / step.doubleValue() + 1e-9);
        List<BigDecimal> ticks = new ArrayList<>();
        for (long i = first; i <= last && ticks.size() <= 4L * wanted; i++) {
            ticks.add(step.multiply(BigDecimal.valueOf(i)));
        }
        return ticks;
    }

    private static BigDecimal step(double rough) {
        int exponent = (int) Math.floor(Math.log10(rough));
        double fraction = rough / Math.pow(10, exponent);
        int factor = fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10;
        return BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
    }

    /// As a label: `0.25`, `1,000`, `2M`.
    static String label(BigDecimal tick) {
        double size = Math.abs(tick.doubleValue());
        if (size >= 1_000_000) {
            return plain(tick.movePointLeft(6)) + "M";
        }
        return size >= 10_000 ? plain(tick.movePointLeft(3)) + "k" : plain(tick);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
