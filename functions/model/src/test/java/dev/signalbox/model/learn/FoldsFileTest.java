package dev.signalbox.model.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsFileTest {
    private static final Matrix ROWS = Samples.classes(40, 1, 2);
    private static final List<Fold> FOLDS =
            List.of(new Fold(ROWS, Samples.classes(10, 2, 2)), new Fold(Samples.regression(7, 3), ROWS));

    @Test
    void givesBackWhatWasWritten() {
        List<Fold> read = FoldsFile.read(FoldsFile.write(FOLDS));

        assertThat(read).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertSame(read.get(i).train(), FOLDS.get(i).train());
            assertSame(read.get(i).valid(), FOLDS.get(i).valid());
        }
    }

    @Test
    void refusesWhatIsCutShortDamagedOrSomethingElse() {
        byte[] bytes = FoldsFile.write(FOLDS);
        byte[] damaged = bytes.clone();
        damaged[bytes.length / 2] ^= 1;

        assertThatThrownBy(() -> FoldsFile.read(Arrays.copyOf(bytes, bytes.length - 5)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FoldsFile.read(damaged)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FoldsFile.read(new byte[200]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("SB-FOLDS");
    }

    private static void assertSame(Matrix found, Matrix expected) {
        assertThat(found.features()).isEqualTo(expected.features());
        assertThat(found.values()).isEqualTo(expected.values());
        assertThat(found.target()).isEqualTo(expected.target());
        assertThat(found.rowIds()).isEqualTo(expected.rowIds());
    }
}
