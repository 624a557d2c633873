package dev.signalbox.data.validate.drift;

import dev.signalbox.contract.Require;
import java.util.Arrays;
import org.apache.commons.statistics.inference.ChiSquareTest;

/// Two samples over the same bins.
///
/// @param before rows in each bin
/// @param now likewise, as many bins
@SuppressWarnings("ArrayRecordComponent") // A pair of counts, compared by nobody.
record BinnedPair(long[] before, long[] now) {
    private static final double HALF_A_ROW = 0.5;

    BinnedPair {
        Require.that(before.length == now.length, "the samples have different bins");
    }

    /// The population stability index: the sum over bins of (p - q) ln(p / q). Half a row is added to each
    /// bin, so that an empty one does not make it infinite. Customary reading: below 0.1 none, above 0.25 a
    /// large shift.
    ///
    /// Source: B. Yurdakul, J. Naranjo, "Statistical properties of the population stability index", Journal
    /// of Risk Model Validation 14, 2020.
    double stabilityIndex() {
        double rowsBefore = total(before) + HALF_A_ROW * before.length;
        double rowsNow = total(now) + HALF_A_ROW * now.length;
        double index = 0;
        for (int bin = 0; bin < before.length; bin++) {
            double p = (before[bin] + HALF_A_ROW) / rowsBefore;
            double q = (now[bin] + HALF_A_ROW) / rowsNow;
            index += (p - q) * Math.log(p / q);
        }
        return index;
    }

    /// The chance of a difference at least this large between two samples of one population: the chi-square
    /// test of homogeneity. 1 where fewer than two bins have rows.
    double chance() {
        int[] filled = java.util.stream.IntStream.range(0, before.length)
                .filter(bin -> before[bin] + now[bin] > 0)
                .toArray();
        if (filled.length < 2 || total(before) == 0 || total(now) == 0) {
            return 1;
        }
        return ChiSquareTest.withDefaults()
                .test(
                        Arrays.stream(filled).mapToLong(bin -> before[bin]).toArray(),
                        Arrays.stream(filled).mapToLong(bin -> now[bin]).toArray())
                .getPValue();
    }

    /// Rows of the new sample.
    long rowsNow() {
        return total(now);
    }

    /// Rows of the old sample.
    long rowsBefore() {
        return total(before);
    }

    private static long total(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
