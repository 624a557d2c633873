package dev.signalbox.agent.replay;

import static dev.signalbox.agent.Junctions.evaluated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.agent.Junctions;
import dev.signalbox.agent.decide.DecideHandler;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A recorded decision, made again as it is and with one value changed.
class JunctionReplayTest {
    @TempDir
    Path folder;

    private String decision;
    private String view;
    private String sha256;

    @BeforeEach
    void decideOnce() throws Exception {
        TestEnvironment environment = new TestEnvironment(folder);
        DecideRequest request = new Junctions(environment, folder)
                .models(
                        2,
                        3_600,
                        List.of(),
                        evaluated("linear", Algorithm.LINEAR, 0.8, Map.of()),
                        evaluated("baseline", Algorithm.BASELINE, 0.5, Map.of()));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new DecideHandler(environment.stage())
                .handleRequest(new ByteArrayInputStream(ContractJson.LENIENT.writeValueAsBytes(request)), answer, null);
        DecideResult result = ContractJson.LENIENT.readValue(answer.toByteArray(), DecideResult.class);
        sha256 = result.decision().sha256();
        decision = text(environment.artifacts().read(result.decision()));
        view = text(environment
                .artifacts()
                .read(ContractJson.LENIENT.readValue(decision, Decision.class).view()));
    }

    @Test
    void isTheSameAgain() {
        assertThat(differences(decision, view)).isEmpty();
    }

    @Test
    void namesTheOneValueOfTheViewThatWasChangedAndWhatItWas() throws Exception {
        String changed = with(view, "/candidates/0/score", "value", "0.91");

        assertThat(differences(decision, changed))
                .extracting(Difference::document, Difference::pointer, Difference::says)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "view",
                        "/candidates/0/score/value",
                        "/candidates/0/score/value recorded 0.8 (so it was cited), now 0.91"));
    }

    @ParameterizedTest
    @CsvSource({
        "/data, rows, 999, /data/rows",
        "/budget, candidates, 400, /budget/candidates",
        "/candidates/1, candidateId, '\"bas\"', /candidates/1/candidateId",
        "/candidates/0/correlations, x, 1, /candidates/0/correlations/x",
        "'', champion, '{}', /champion"
    })
    void namesAnyOtherValueOfTheView(String object, String member, String value, String pointer) throws Exception {
        assertThat(differences(decision, with(view, object, member, value)))
                .extracting(Difference::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "/action, candidateId, '\"baseline\"', /action/candidateId",
        "'', actionDigest, '\"x\"', /actionDigest",
        "'', situation, '\"data\"', /situation",
        "'', safeDefault, true, /safeDefault",
        "/attempts/0/proposal, rationale, '\"because\"', /attempts/0/proposal/rationale",
        "/attempts/0/rulings/1, reason, '\"because\"', /attempts/0/rulings/1/reason",
        "/attempts/0, outcome, '\"deny\"', /attempts/0/outcome"
    })
    void namesAValueOfTheDecision(String object, String member, String value, String pointer) throws Exception {
        assertThat(differences(with(decision, object, member, value), view))
                .extracting(Difference::document, Difference::pointer)
                .contains(org.assertj.core.groups.Tuple.tuple("decision", pointer));
    }

    @Test
    void saysWhichFileIsNoRecord() {
        assertThatThrownBy(() -> differences("{", view))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("d2: decision.json");
    }

    @Test
    void saysThatTheLedgerKnowsOtherBytesWhereNothingFollowsFromThem() throws Exception {
        assertThat(differences(with(decision, "/view", "mediaType", "\"text/json\""), view))
                .extracting(Difference::says)
                .singleElement()
                .asString()
                .startsWith("decision.json has other bytes than its ledger recorded");
    }

    @Test
    void saysThatOnlyTheLayoutOfTheViewIsAnother() throws Exception {
        String laidOut = ContractJson.LENIENT
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(ContractJson.LENIENT.readTree(view));

        assertThat(differences(decision, laidOut))
                .extracting(Difference::says)
                .containsExactly("view.json has other bytes than were recorded; every value in it is as recorded");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<Difference> differences(String someDecision, String someView) {
        return new JunctionReplay(GuardrailChain.standard())
                .differences(new RecordedJunction("d2", someDecision, someView, sha256));
    }

    private static String with(String document, String object, String member, String value) throws Exception {
        JsonNode tree = ContractJson.LENIENT.readTree(document);
        ((ObjectNode) tree.at(object)).set(member, ContractJson.LENIENT.readTree(value));
        return ContractJson.LENIENT.writeValueAsString(tree);
    }
}
