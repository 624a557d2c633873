package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A better dataset replaces the champion, a worse one does not.
@ExtendWith(DeploymentExtension.class)
class ChampionTest {
    private final Deployment aws;
    private final Executions executions;

    ChampionTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void isReplacedByABetterModelAndStaysBeforeAWorseOne() {
        Tables tables = Tables.penguins(aws.root());

        assertThat(outcome("incoming/birds/1-mislabelled.csv", tables.mislabelled()))
                .isEqualTo("promoted");
        assertThat(outcome("incoming/birds/2-whole.csv", tables.whole())).isEqualTo("promoted");
        assertThat(aws.ledger().champion("birds").orElseThrow().version()).isEqualTo(2);
        assertThat(outcome("incoming/birds/3-half.csv", tables.half())).isEqualTo("rejected");

        assertThat(aws.ledger().champion("birds").orElseThrow().version()).isEqualTo(2);
        assertThat(aws.ledger().versions("birds")).hasSize(2);
    }

    private String outcome(String key, byte[] table) {
        executions.upload(key, table);
        JsonNode ended = executions.output(key);
        return ended.path("outcome").asText();
    }
}
