package dev.signalbox.data.validate.profile;

/// A table that was scanned, with what a later scan needs to find shared rows.
public final class Scan {
    private final ScannedDataset dataset;
    private final RowHashes hashes;

    Scan(ScannedDataset dataset, RowHashes hashes) {
        this.dataset = dataset;
        this.hashes = hashes;
    }

    /// What was found.
    public ScannedDataset dataset() {
        return dataset;
    }

    RowHashes hashes() {
        return hashes;
    }
}
