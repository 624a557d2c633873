package dev.signalbox.data.validate.profile;

/// About how many different values there are, in 16 KiB: HyperLogLog with 2^14 registers, standard error 0.8
/// %.
///
/// Source: O. Ertl, "New cardinality estimation algorithms for HyperLogLog sketches", arXiv:1702.01284,
/// algorithm 6.
final class DistinctSketch {
    private static final int INDEX_BITS = 14;
    private static final int REGISTERS = 1 << INDEX_BITS;
    private static final int RANKS = 64 - INDEX_BITS;

    private final byte[] registers = new byte[REGISTERS];

    /// Takes a value's hash in.
    void add(long hash) {
        int index = (int) (hash >>> RANKS);
        int rank = Math.min(RANKS, Long.numberOfLeadingZeros(hash << INDEX_BITS)) + 1;
        if (rank > registers[index]) {
            registers[index] = (byte) rank;
        }
    }

    /// The estimate.
    long estimate() {
        int[] histogram = new int[RANKS + 2];
        for (byte register : registers) {
            histogram[register]++;
        }
        double m = REGISTERS;
        double z = m * tau(1 - histogram[RANKS + 1] / m);
        for (int rank = RANKS; rank >= 1; rank--) {
            z = 0.5 * (z + histogram[rank]);
        }
        z += m * sigma(histogram[0] / m);
        return Math.round(m * m / (2 * Math.log(2) * z));
    }

    private static double sigma(double share) {
        if (share == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double x = share;
        double y = 1;
        double z = x;
        double before;
        do {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        } while (z != before);
        return z;
    }

    private static double tau(double share) {
        if (share == 0 || share == 1) {
            return 0;
        }
        double x = share;
        double y = 1;
        double z = 1 - x;
        double before;
        do {
            x = Math.sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        } while (z != before);
        return z / 3;
    }
}
