package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A stage whose calls fail twice for a reason that passes. The emulator waits as long as `IntervalSeconds` and
/// `BackoffRate` say and knows neither jitter nor a greatest delay; the engine's own tests hold these.
@ExtendWith(DeploymentExtension.class)
class ThrottlingTest {
    private static final String KEY = "incoming/throttled/penguins.csv";
    private static final String FUNCTION = "signalbox-dev-prepare";

    private final Deployment aws;
    private final Executions executions;

    ThrottlingTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void isTriedAgainUntilItWorks() {
        aws.throttle(FUNCTION, 2);
        executions.upload(KEY, Tables.penguins(aws.root()).whole());

        JsonNode ended = executions.output(KEY);

        assertThat(aws.throttledLeft(FUNCTION)).isZero();
        assertThat(ended.path("outcome").asText()).isEqualTo("promoted");
        assertThat(ended.path("failure").isNull()).isTrue();
    }
}
