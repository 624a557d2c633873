package dev.signalbox.model.metric;

/// A stable merge sort of row numbers by a key, without boxing.
public final class IndexSort {
    private IndexSort() {}

    /// Row numbers by ascending key; equal keys keep their order, NaN comes last.
    public static int[] ascending(double[] keys) {
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return merged(keys, order);
    }

    private static int[] merged(double[] keys, int[] start) {
        int[] from = start;
        int[] into = new int[from.length];
        for (long run = 1; run < from.length; run *= 2) {
            for (long low = 0; low < from.length; low += 2 * run) {
                int middle = (int) Math.min(low + run, from.length);
                int high = (int) Math.min(low + 2 * run, from.length);
                merge(keys, from, into, (int) low, middle, high);
            }
            int[] swap = from;
            from = into;
            into = swap;
        }
        return from;
    }

    private static void merge(double[] keys, int[] from, int[] into, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft =
                    right >= high || (left < middle && Double.compare(keys[from[left]], keys[from[right]]) <= 0);
            into[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
