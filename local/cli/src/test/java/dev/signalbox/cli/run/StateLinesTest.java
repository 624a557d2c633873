package dev.signalbox.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import org.junit.jupiter.api.Test;

class StateLinesTest {
    private static final String PREPARED = "\"task\":\"binary\",\"target\":\"y\",\"trainRows\":%d,\"validRows\":%d,"
            + "\"holdoutRows\":80,\"folds\":%s,\"unlabelledRows\":%d";

    @Test
    void tellsHowManyRowsAreForWhat() throws JsonProcessingException {
        assertThat(prepared(240, 80, "null", 0))
                .isEqualTo("binary of y; 240 rows to learn, 80 to compare, 80 held out");
    }

    @Test
    void tellsOfFoldsAndOfRowsWithoutATarget() throws JsonProcessingException {
        assertThat(prepared(320, 320, "{\"count\":5}", 12))
                .isEqualTo("binary of y; 320 rows to learn, 320 to compare in 5 folds, 80 held out, 12 without a target"
                        + " left out");
    }

    private static String prepared(int train, int valid, String folds, int unlabelled) throws JsonProcessingException {
        return StateLines.summary(
                "Prepare",
                ContractJson.LENIENT.readTree(
                        "{\"prepared\":{" + String.format(PREPARED, train, valid, folds, unlabelled) + "}}"));
    }
}
