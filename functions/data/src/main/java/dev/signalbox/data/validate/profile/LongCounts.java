package dev.signalbox.data.validate.profile;

/// How often each 64-bit value was seen, by open addressing.
final class LongCounts {
    private long[] keys = new long[16];
    private long[] counts = new long[16];
    private int size;

    /// Counts a value once more.
    void add(long key) {
        int slot = slotOf(key);
        if (counts[slot]++ == 0) {
            keys[slot] = key;
            size++;
            if (size * 2 > keys.length) {
                grow();
            }
        }
    }

    /// Different values.
    int size() {
        return size;
    }

    /// Each value with its count, in no particular order.
    void forEach(CountReader reader) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] > 0) {
                reader.read(keys[slot], counts[slot]);
            }
        }
    }

    private int slotOf(long key) {
        int mask = keys.length - 1;
        int slot = (int) Hashes.mix(key) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[oldKeys.length * 2];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldCounts[old] > 0) {
                int slot = slotOf(oldKeys[old]);
                keys[slot] = oldKeys[old];
                counts[slot] = oldCounts[old];
            }
        }
    }

    /// Receives a value and its count.
    @FunctionalInterface
    interface CountReader {
        void read(long key, long count);
    }
}
