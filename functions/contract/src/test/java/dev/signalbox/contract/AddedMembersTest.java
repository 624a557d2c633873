package dev.signalbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.config.PlannerKind;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.Controls;
import dev.signalbox.contract.decision.DataFacts;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.HaltFact;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.MemoryFact;
import dev.signalbox.contract.decision.MetaFeatures;
import dev.signalbox.contract.decision.OutcomeFact;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.PlannerAccount;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.ShadowProposal;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.decision.TriedCure;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.AlertRequest;
import dev.signalbox.contract.stage.BlendRequest;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.contract.stage.DecideResult;
import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.contract.stage.RunLimits;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.contract.stage.TrainStatus;
import dev.signalbox.contract.stage.TriageRequest;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Members that were added to a record after others had written it: absent, unset, and beside one that
/// nobody knows.
class AddedMembersTest {
    private static final ArtifactRef FILE = new ArtifactRef("file:///a", "0".repeat(64), 1, "text/plain");
    private static final CandidateRef CANDIDATE = new CandidateRef("c", Algorithm.LINEAR, FILE, FILE);
    private static final PreparedRef PREPARED =
            new PreparedRef(Task.REGRESSION, "y", List.of(), FILE, FILE, FILE, FILE, 3, 2, 1);
    private static final List<CandidateEvaluation> CANDIDATES = List.of(new CandidateEvaluation(
            "c", Algorithm.LINEAR, new TreeMap<>(), new TreeMap<>(), 0, 0, false, 0, false, new TreeMap<>(), null));

    private static final PlannerAccount ACCOUNT =
            new PlannerAccount(PlannerKind.LLM, "m", "1", 1, 2, 3, 0.1, 4, 0, List.of(), null);
    private static final ShadowProposal SHADOW = new ShadowProposal(PlannerKind.LLM, null, "it failed", false, null);
    private static final MemoryFact MEMORY = new MemoryFact("run-0", Outcome.REJECTED, null, null);

    private static final RunRef RUN = new RunRef("p", "r", FILE);
    private static final RowCounts ROWS = new RowCounts(6, 6, 0);
    private static final RetryChanges CHANGES = new RetryChanges(1, 1, false);
    private static final HumanAnswer ANSWER = new HumanAnswer("d1", "0", true, "retry", "mia", null);
    private static final TriedCure TRIED =
            new TriedCure(failure(null, null, null), new Action.RetryStage(RetryableStage.TRAIN, CHANGES), null);

    static Stream<Arguments> members() {
        return Stream.of(
                Arguments.of("reading", new DatasetRef(FILE, 6, 2), new DatasetRef(FILE, 6, 2, null, FILE)),
                Arguments.of("rejectedRows", new DatasetRef(FILE, 6, 2), new DatasetRef(FILE, 6, 2, 3L, null)),
                Arguments.of("folds", PREPARED, PREPARED.withFolds(new FoldsRef(FILE, 5))),
                Arguments.of("findings", PREPARED, PREPARED.withFindings(FILE)),
                Arguments.of("metric", PREPARED, PREPARED.withMetric(MetricName.PR_AUC)),
                Arguments.of("unlabelledRows", PREPARED, PREPARED.withUnlabelled(7)),
                Arguments.of(
                        "cutShort",
                        new TrainResult("c", TrainStatus.TRAINED, CANDIDATE, null, false),
                        new TrainResult("c", TrainStatus.TRAINED, CANDIDATE, null, true)),
                Arguments.of(
                        "largestPsi",
                        new ValidateResult(DataVerdict.USABLE, FILE, FILE, 0, 0, null),
                        new ValidateResult(DataVerdict.USABLE, FILE, FILE, 0, 0, null, 0.25)),
                Arguments.of("folds", evaluation(0), evaluation(5)),
                Arguments.of("folds", facts(0), facts(5)),
                Arguments.of("shadow", planner(null), planner(PlannerKind.LLM)),
                Arguments.of("viewSeal", decision(null, null, null), decision("12345678", null, null)),
                Arguments.of("account", decision(null, null, null), decision(null, ACCOUNT, null)),
                Arguments.of("shadow", decision(null, null, null), decision(null, null, SHADOW)),
                Arguments.of("costUsd", decided(0), decided(0.5)),
                Arguments.of("tokens", decided(0), new DecideResult(new Action.Finish(), "d1", "a", FILE, "r", 0, 9)),
                Arguments.of("tokens", new BudgetLeft(1, 1, 1, 1), new BudgetLeft(1, 1, 1, 1, 7L)),
                Arguments.of("tokens", new BudgetConfig(1, 1, 1, 1), new BudgetConfig(1, 1, 1, 1, 7, 0)),
                Arguments.of("repeats", new BudgetConfig(1, 1, 1, 1), new BudgetConfig(1, 1, 1, 1, 0, 3)),
                Arguments.of("threshold", ApprovalConfig.defaults(), approval(0.3, Map.of())),
                Arguments.of("actions", ApprovalConfig.defaults(), approval(0, Map.of("blend", ApprovalMode.ALWAYS))),
                Arguments.of(
                        "actionDigest",
                        new PastDecision("d1", new Action.Finish(), false),
                        new PastDecision("d1", new Action.Finish(), false, "0")),
                Arguments.of("seconds", failure(null, null, null), failure(12.5, null, null)),
                Arguments.of("memoryMb", failure(null, null, null), failure(null, 480L, null)),
                Arguments.of("memoryLimitMb", failure(null, null, null), failure(null, null, 512L)),
                Arguments.of("error", failed(null), failed("States.Timeout")),
                Arguments.of("answers", triage(List.of(), null), triage(List.of(ANSWER), null)),
                Arguments.of("approval", triage(List.of(), null), triage(List.of(), approval(0.3, Map.of()))),
                Arguments.of("approvals", limits(null), limits(approval(0.3, Map.of()))),
                Arguments.of("tried", alert(List.of()), alert(List.of(TRIED))),
                Arguments.of(
                        "changes",
                        new ValidateRequest(RUN, new DatasetRef(FILE, 6, 2), null, ROWS),
                        new ValidateRequest(RUN, new DatasetRef(FILE, 6, 2), null, ROWS, CHANGES)),
                Arguments.of(
                        "changes",
                        new EvaluateRequest(RUN, PREPARED, List.of(CANDIDATE)),
                        new EvaluateRequest(RUN, PREPARED, List.of(CANDIDATE), CHANGES)),
                Arguments.of("changes", blend(null), blend(CHANGES)),
                Arguments.of("id", proposal(null), proposal("p1")),
                Arguments.of("controls", view(Controls.none()), view(halted())),
                Arguments.of(
                        "unusual",
                        new GateResult(true, FILE, null, "why", false),
                        new GateResult(true, FILE, null, "why", true)),
                Arguments.of("data", MEMORY, memory(new MetaFeatures(9, 2, 2, 0.3), null, List.of())),
                Arguments.of(
                        "best",
                        MEMORY,
                        memory(null, new CandidateSpec("c", Algorithm.LINEAR, new TreeMap<>()), List.of())),
                Arguments.of(
                        "outcomes", MEMORY, memory(null, null, List.of(new OutcomeFact("d1", "blend", null, 0.1)))));
    }

    @ParameterizedTest
    @MethodSource("members")
    void readsAnAbsentMemberAsUnset(String member, Record without, Record with) throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(without);
        assertThat(json.remove(member)).isNotNull();
        assertThat((Object) ContractJson.LENIENT.treeToValue(json, without.getClass()))
                .isEqualTo(without)
                .isNotEqualTo(with);
    }

    @ParameterizedTest
    @MethodSource("members")
    void readsAnUnsetMemberAsNone(String member, Record without, Record with) throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(without);
        json.putNull(member);
        assertThat((Object) ContractJson.LENIENT.treeToValue(json, without.getClass()))
                .isEqualTo(without)
                .isNotEqualTo(with);
    }

    @ParameterizedTest
    @MethodSource("members")
    void readsAMemberBesideAnUnknownOne(String member, Record without, Record with) throws Exception {
        ObjectNode json = ContractJson.LENIENT.valueToTree(with);
        json.put("invented", true);
        assertThat((Object) ContractJson.LENIENT.treeToValue(json, with.getClass()))
                .isEqualTo(with)
                .isNotEqualTo(without);
    }

    private static PlannerConfig planner(PlannerKind shadow) {
        return new PlannerConfig(
                PlannerKind.RULES, LlmProvider.OPENAI, "m", null, null, 0, 0, null, null, null, shadow, null);
    }

    private static Decision decision(String seal, PlannerAccount account, ShadowProposal shadow) {
        return new Decision(
                "d1", Situation.MODELS, "v", FILE, List.of(), new Action.Finish(), "a", false, seal, account, shadow);
    }

    private static DecideResult decided(double costUsd) {
        return new DecideResult(new Action.Finish(), "d1", "a", FILE, "r", costUsd, 0);
    }

    private static ApprovalConfig approval(double threshold, Map<String, ApprovalMode> actions) {
        return new ApprovalConfig(ApprovalMode.NEVER, 0, List.of(), threshold, new TreeMap<>(actions));
    }

    private static FailureFact failure(Double seconds, Long memoryMb, Long memoryLimitMb) {
        return new FailureFact("Train", "States.Timeout", "late", 0, seconds, memoryMb, memoryLimitMb);
    }

    private static TrainResult failed(String error) {
        return new TrainResult("c", TrainStatus.FAILED, null, "late", false, error);
    }

    private static TriageRequest triage(List<HumanAnswer> answers, ApprovalConfig approval) {
        return new TriageRequest(RUN, "e", failure(null, null, null), 2, new BudgetLeft(1, 1, 1, 1), answers, approval);
    }

    private static RunLimits limits(ApprovalConfig approvals) {
        return new RunLimits(1, 1, 1, 1, 1, ApprovalMode.NEVER, 1, 1, approvals);
    }

    private static AlertRequest alert(List<TriedCure> tried) {
        return new AlertRequest(RUN, "e", failure(null, null, null), null, null, tried);
    }

    private static BlendRequest blend(RetryChanges changes) {
        return new BlendRequest(RUN, PREPARED, List.of(CANDIDATE, CANDIDATE), BlendMethod.MEAN, "b", changes);
    }

    private static Proposal proposal(String id) {
        return new Proposal(new Action.Finish(), "why", List.of(), List.of(), "rules", "r", id);
    }

    private static Controls halted() {
        HaltFact halt = new HaltFact("mia", new Untrusted("stop"));
        return new Controls(halt, ApprovalConfig.defaults(), List.of(), List.of(), 0, null);
    }

    private static RunView view(Controls controls) {
        return new RunView(
                        1,
                        Situation.DATA,
                        "p",
                        new BudgetLeft(1, 1, 1, 1),
                        facts(0),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        List.of())
                .with(controls);
    }

    private static Evaluation evaluation(int folds) {
        return new Evaluation(Task.REGRESSION, MetricName.RMSE, List.of(), 3, 2, CANDIDATES, null, folds);
    }

    private static MemoryFact memory(MetaFeatures data, CandidateSpec best, List<OutcomeFact> outcomes) {
        return new MemoryFact("run-0", Outcome.REJECTED, null, null, data, best, outcomes);
    }

    private static DataFacts facts(int folds) {
        return new DataFacts(6, 2, 0, 3, 2, 1, 1, 0, 1, null, null, DataVerdict.USABLE, folds);
    }
}
