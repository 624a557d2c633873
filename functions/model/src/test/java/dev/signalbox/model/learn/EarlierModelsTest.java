package dev.signalbox.model.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The model files among the test resources were written once and are kept: whoever changes the format reads
/// them still.
class EarlierModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"baseline", "linear", "xgboost", "lightgbm", "blend"})
    void aModelOfTheFirstFormatStillAnswersAsItDid(String name) throws Exception {
        Predictions then = PredictionsFile.read(resource(name + ".predictions"));
        try (FittedModel model = ModelFile.open(resource(name + ".model"))) {
            double[] now = model.predict(Samples.classes(45, 2, 3)).values();
            assertThat(now).containsExactly(then.values(), within(1e-9));
        }
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = EarlierModelsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
