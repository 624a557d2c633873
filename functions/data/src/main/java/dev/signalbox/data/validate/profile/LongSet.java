package dev.signalbox.data.validate.profile;

import java.util.Arrays;

/// A set of hashes in 16 bytes a member, by open addressing.
final class LongSet {
    private long[] slots = new long[64];
    private boolean hasZero;
    private int size;

    /// Adds a member.
    ///
    /// @return whether it was new
    boolean add(long hash) {
        if (hash == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = slotOf(hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        size++;
        if (size * 2L > slots.length) {
            grow();
        }
        return true;
    }

    boolean contains(long hash) {
        return hash == 0 ? hasZero : slots[slotOf(hash)] == hash;
    }

    private int slotOf(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> slots[slotOf(hash)] = hash);
    }
}
