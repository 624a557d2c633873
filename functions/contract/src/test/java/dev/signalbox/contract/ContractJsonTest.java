package dev.signalbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.SplitConfig;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RunRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of evolution that [ContractJson] states.
class ContractJsonTest {
    private static final String PLAIN = "{\"pipeline\":\"p\",\"source\":{\"uri\":\"file:///d.csv\",\"sizeBytes\":-1}}";

    static List<Object> examples() {
        return List.of(
                new Action.Promote("c"),
                new Action.TrainMore(List.of(
                        new CandidateSpec("x", Algorithm.XGBOOST, new TreeMap<>(Map.of(Hyperparameter.ROUNDS, 30.0))))),
                new Action.RepairData(List.of(
                        new Repair.DropColumn("a"),
                        new Repair.ParseAs("b", ColumnType.NUMBER),
                        new Repair.MapLabels("c", new TreeMap<>(Map.of("x", "y"))))),
                new Action.Finish(),
                new LedgerEvent.RunEnded(Outcome.PROMOTED, "why", null),
                PipelineConfig.of("p", "y"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesBackWhatWasWritten(Object example) throws JsonProcessingException {
        Class<?> type = example instanceof Action
                ? Action.class
                : example instanceof LedgerEvent ? LedgerEvent.class : example.getClass();

        assertThat((Object) ContractJson.STRICT.readValue(ContractJson.LENIENT.writeValueAsString(example), type))
                .isEqualTo(example);
    }

    @Test
    void readsAnAbsentMemberAsUnset() throws JsonProcessingException {
        RunRequest request = ContractJson.LENIENT.readValue(PLAIN, RunRequest.class);

        assertThat(request.config()).isNull();
        assertThat(request.source().versionTag()).isNull();
    }

    @Test
    void readsAnUnsetMemberAsAbsent() throws JsonProcessingException {
        String unset = PLAIN.replaceFirst("\\{", "{\"config\":null,\"holdout\":null,");

        assertThat(ContractJson.LENIENT.readValue(unset, RunRequest.class))
                .isEqualTo(ContractJson.LENIENT.readValue(PLAIN, RunRequest.class));
    }

    @Test
    void ignoresAnUnknownMemberWhereReadersAreLenient() throws JsonProcessingException {
        String unknown = PLAIN.replaceFirst("\\{", "{\"fromTheFuture\":{\"a\":1},");

        assertThat(ContractJson.LENIENT.readValue(unknown, RunRequest.class))
                .isEqualTo(ContractJson.LENIENT.readValue(PLAIN, RunRequest.class));
    }

    @Test
    void refusesInventionsWhereASetIsClosed() {
        assertRefused("{\"type\":\"promote\",\"candidateId\":\"c\",\"force\":true}");
        assertRefused("{\"type\":\"promote\",\"candidateId\":\"c\",\"candidateId\":\"d\"}");
        assertRefused("{\"type\":\"delete_everything\"}");
        assertRefused("{\"type\":\"promote\",\"candidateId\":\"\"}");
        assertRefused("{\"type\":\"train_more\",\"candidates\":[]}");
    }

    @Test
    void keepsHyperparametersWithinTheirRange() {
        assertThatThrownBy(() ->
                        new CandidateSpec("x", Algorithm.XGBOOST, new TreeMap<>(Map.of(Hyperparameter.ROUNDS, 1e9))))
                .hasMessageContaining("rounds")
                .hasMessageContaining("5000");
        assertThatThrownBy(() ->
                        new CandidateSpec("x", Algorithm.XGBOOST, new TreeMap<>(Map.of(Hyperparameter.ROUNDS, 1.5))))
                .hasMessageContaining("whole number");
        assertThatThrownBy(() ->
                        new CandidateSpec("x", Algorithm.XGBOOST, new TreeMap<>(Map.of(Hyperparameter.L1, Double.NaN))))
                .hasMessageContaining("l1");
    }

    @Test
    void keepsConfigurationsWithinTheirRange() {
        assertThatThrownBy(() -> new BudgetConfig(51, 0, 0, 0)).hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> new SplitConfig(dev.signalbox.contract.config.SplitKind.TIME, null, 0, 0))
                .hasMessageContaining("split.column");
        assertThatThrownBy(() -> PipelineConfig.of("no spaces allowed", "y")).hasMessageContaining("letters");
    }

    private static void assertRefused(String action) {
        assertThatThrownBy(() -> ContractJson.STRICT.readValue(action, Action.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
