package dev.signalbox.data.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class DiskFailuresTest {
    @Test
    void aFullDiskIsNamed() {
        assertThat(DiskFailures.of("The archive a.zip cannot be unpacked", new IOException("No space left on device")))
                .isInstanceOf(ResourceExhausted.class)
                .hasMessageContaining("The archive a.zip cannot be unpacked: the disk is full.")
                .hasMessageContaining("SIGNALBOX_SCRATCH");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsReason() {
        assertThat(DiskFailures.of("The file a.csv cannot be read", new AccessDeniedException("a.csv")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The file a.csv cannot be read: access is denied; expected a file");
        assertThat(DiskFailures.of("The file a.csv cannot be read", new NoSuchFileException("a.csv")))
                .hasMessageContaining("there is none");
    }
}
