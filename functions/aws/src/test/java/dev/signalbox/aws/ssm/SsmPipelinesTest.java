package dev.signalbox.aws.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.testing.Fault;
import dev.signalbox.aws.testing.TestClients;
import dev.signalbox.aws.testing.Wire;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.PipelineCatalog;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ssm.SsmClient;

class SsmPipelinesTest {
    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(null);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void readsAPipelineFromItsParameter() {
        wire.next(parameter("name: cars\\ntarget: price\\n"));

        assertThat(pipelines().find("cars")).hasValueSatisfying(config -> {
            assertThat(config.name()).isEqualTo("cars");
            assertThat(config.target()).isEqualTo("price");
        });
        assertThat(wire.calls().getFirst().headers().getFirst("X-amz-target")).isEqualTo("AmazonSSM.GetParameter");
        assertThat(wire.calls().getFirst().text()).isEqualTo("{\"Name\":\"/signalbox/pipelines/cars\"}");
    }

    @Test
    void findsNothingWhereThereIsNoParameter() {
        wire.next(Fault.json(400, "ParameterNotFound"));

        assertThat(pipelines().find("cars")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../secret", "a/b", "/other", "a:3", "a b"})
    void asksForNoNameThatLeadsElsewhere(String name) {
        assertThat(pipelines().find(name)).isEmpty();
        assertThat(wire.calls()).isEmpty();
    }

    @Test
    void namesTheParameterAndTheLineOfAMistake() {
        wire.next(parameter("name: cars\\ntarget: price\\ntragets: x\\n"));

        assertThatThrownBy(() -> pipelines().find("cars"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Parameter /signalbox/pipelines/cars, line 3")
                .hasMessageContaining("tragets");
    }

    @Test
    void asksToTryLaterWhatIsThrottled() {
        Fault throttled = Fault.json(400, "ThrottlingException");
        wire.next(throttled, throttled, throttled);

        assertThatThrownBy(() -> pipelines().find("cars"))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("ThrottlingException while reading /signalbox/pipelines/cars");
    }

    private PipelineCatalog pipelines() {
        return new SsmPipelines(() -> TestClients.client(SsmClient.builder(), wire.uri()), "/signalbox/pipelines/");
    }

    private static Fault parameter(String value) {
        return Fault.ok("{\"Parameter\":{\"Name\":\"n\",\"Type\":\"String\",\"Value\":\"" + value + "\"}}");
    }
}
