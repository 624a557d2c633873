package dev.signalbox.model.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two runs on one machine share the folder for temporary files.
class LightGbmNativesTest {
    @TempDir
    Path scratch;

    @Test
    void twoProcessesLoadAndTrainAtOnce() throws IOException, InterruptedException {
        try (TrainingProcess one = TrainingProcess.start(scratch);
                TrainingProcess other = TrainingProcess.start(scratch)) {
            one.go();
            other.go();

            assertThat(one.answer()).isNotNull().isEqualTo(other.answer());
            assertThat(one.end()).isZero();
            assertThat(other.end()).isZero();
        }
    }

    @Test
    void aProcessGoesOnTrainingAfterAnotherHasLoaded() throws IOException, InterruptedException {
        try (TrainingProcess first = TrainingProcess.start(scratch);
                TrainingProcess second = TrainingProcess.start(scratch)) {
            first.go();
            String small = first.answer();
            second.go();

            assertThat(second.answer()).isNotNull().isEqualTo(small);
            assertThat(second.end()).isZero();
            first.go();
            assertThat(first.answer()).isNotNull().isNotEqualTo(small);
            assertThat(first.end()).isZero();
        }
        assertThat(scratch).as("nothing is left behind").isEmptyDirectory();
    }
}
