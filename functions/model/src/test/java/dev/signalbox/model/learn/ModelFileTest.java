package dev.signalbox.model.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.matrix.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private final Matrix train = Samples.classes(60, 1, 3);
    private final CandidateSpec spec = Samples.spec(Algorithm.BASELINE);
    private final Training training = new BaselineTrainer().train(train, train, spec, Samples.context(3));
    private final ModelHeader header = Samples.header(spec, training);
    private final byte[] file = ModelFile.write(header, training.model());

    @Test
    void theHeaderReadsBackAsItWasWritten() {
        assertThat(ModelFile.header(file)).isEqualTo(header);
    }

    @Test
    void theModelAnswersAsTheOneThatWasWritten() {
        try (TrainedModel opened = ModelFile.open(file)) {
            assertThat(opened.predict(train).values())
                    .isEqualTo(training.model().predict(train).values());
        }
    }

    @Test
    void refusesAFileThatIsCutShortAnywhere() {
        for (int length = 0; length < file.length; length += 7) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> ModelFile.open(cut)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void refusesAFileWithOneChangedByteAnywhere() {
        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 0x20;
            assertThatThrownBy(() -> ModelFile.header(changed)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void namesTheVersionThatItCannotRead() {
        byte[] other = file.clone();
        other[8] = 9;
        assertThatThrownBy(() -> ModelFile.open(other))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("format 9; expected 1");
    }

    @Test
    void saysThatSomethingElseIsNotAModel() {
        assertThatThrownBy(() -> ModelFile.open(PredictionsFile.write(new Predictions(1, new double[4]))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is not a model");
    }

    @Test
    void refusesRowsWithOtherFeatures() {
        Matrix other = Samples.matrix(
                java.util.List.of(Samples.number("size"), Samples.number("weight"), Samples.category("colour", "red")),
                new float[3],
                new double[0]);
        try (TrainedModel opened = ModelFile.open(file)) {
            assertThatThrownBy(() -> opened.predict(other))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("'colour' (CATEGORICAL, 1 categories) at 2");
        }
    }
}
