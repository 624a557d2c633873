package dev.signalbox.contract.artifact;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatasetRefTest {
    private static final ArtifactRef FILE = new ArtifactRef("file:///a", "0".repeat(64), 1, "text/plain");

    @Test
    void refusesLessThanNoRejectedRow() {
        assertThatThrownBy(() -> new DatasetRef(FILE, 6, 2, -1L, null)).hasMessageContaining("rejectedRows");
    }
}
