package dev.signalbox.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runtime.StageName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What each role can not do, read from the synthesised template.
class RightsTest {
    private static final Set<StageName> AGENT = EnumSet.of(StageName.DECIDE, StageName.TRIAGE);
    private static final List<String> MODELS =
            List.of("artifacts/runs/r1/train/model-0a.ubj", "artifacts/runs/r1/blend/model-0a.bin");
    private final Map<String, Rights> roles = Rights.of(Deployment.dev());

    @Test
    void hasARoleForEachStage() {
        assertThat(stages()).allMatch(stage -> roles.containsKey(stage.title()));
    }

    @Test
    void allowsNothingEverywhereWithoutAReason() {
        List<String> known = Arrays.stream(Anywhere.values()).map(Anywhere::id).toList();

        assertThat(Rights.of(Deployment.prod()).values().stream()
                        .flatMap(rights -> rights.statements().stream())
                        .filter(statement -> statement.resources().contains("*"))
                        .map(Rights.Statement::id))
                .isNotEmpty()
                .allMatch(known::contains);
        assertThat(Rights.of(Deployment.prod()).values().stream()
                        .flatMap(rights -> rights.statements().stream())
                        .flatMap(statement -> statement.actions().stream()))
                .noneMatch(action -> action.contains("*"));
    }

    @Test
    void letsNobodyDeleteOrOverwriteAnything() {
        assertThat(roles.values().stream()
                        .flatMap(rights -> rights.statements().stream())
                        .flatMap(statement -> statement.actions().stream())
                        .filter(action -> !action.startsWith("logs:"))
                        // An answer to an open question; see below.
                        .filter(action -> !action.equals("dynamodb:UpdateItem")))
                .noneMatch(action -> action.contains("Delete")
                        || action.contains("Update")
                        || action.contains("Scan")
                        || action.contains("BatchWrite"));
    }

    @Test
    void letsTheAnswerFunctionAloneCompleteAWaitingRunAndChangeNothingButTheQuestion() {
        assertThat(roles.entrySet().stream()
                        .filter(role -> role.getValue().statements().stream()
                                .flatMap(statement -> statement.actions().stream())
                                .anyMatch(action -> action.equals("states:SendTaskSuccess")
                                        || action.equals("dynamodb:UpdateItem")))
                        .map(role -> role.getKey()))
                .containsExactly("Answer");
        Rights answer = java.util.Objects.requireNonNull(roles.get("Answer"));
        assertThat(answer.statements().stream()
                        .filter(statement -> statement.actions().contains("dynamodb:UpdateItem"))
                        .flatMap(statement -> statement.leadingKeys().stream()))
                .containsExactly("approval#*");
        assertThat(answer.allow("s3:GetObject", "artifacts/runs/r1/intake/run.json"))
                .isFalse();
    }

    @Test
    void letsEachStageWriteItsOwnFolderAlone() {
        for (StageName stage : StageName.values()) {
            for (StageName owner : StageName.values()) {
                if (owner != stage) {
                    assertThat(of(stage).allow("s3:PutObject", "artifacts/runs/r1/" + owner.id() + "/x.json"))
                            .as(stage + " writes for " + owner)
                            .isFalse();
                    assertThat(of(stage).allow("s3:PutObject", "artifacts/cache/" + owner.id() + "/0a"))
                            .as(stage + " answers for " + owner)
                            .isFalse();
                }
            }
            assertThat(of(stage).allow("s3:PutObject", "incoming/incoming/penguins/penguins.csv"))
                    .isFalse();
        }
    }

    @Test
    void letsTheAgentReadNoModelAndNoData() {
        for (StageName stage : AGENT) {
            assertThat(MODELS).noneMatch(model -> of(stage).allow("s3:GetObject", model));
            assertThat(Stream.of(StageName.INGEST, StageName.REPAIR, StageName.PREPARE))
                    .noneMatch(
                            data -> of(stage).allow("s3:GetObject", "artifacts/runs/r1/" + data.id() + "/x.parquet"));
            assertThat(of(stage).allow("s3:GetObject", "incoming/incoming/penguins/penguins.csv"))
                    .isFalse();
        }
    }

    @Test
    void letsTheAgentStartNothingAndTellNobody() {
        for (StageName stage : AGENT) {
            assertThat(of(stage).statements().stream()
                            .flatMap(statement -> statement.actions().stream())
                            .map(action -> action.substring(0, action.indexOf(':'))))
                    .containsOnly("s3", "dynamodb", "logs", "xray");
            assertThat(writable(stage)).containsExactly(LedgerPart.RUN);
        }
    }

    @Test
    void letsOnlyPromoteAndRollbackMoveAChampion() {
        assertThat(stages().filter(stage -> writable(stage).contains(LedgerPart.MODEL)))
                .containsExactlyInAnyOrder(StageName.PROMOTE, StageName.ROLLBACK);
        assertThat(of(StageName.PROMOTE).allow("s3:PutObject", "artifacts/runs/r1/promote/x.json"))
                .isFalse();
    }

    @Test
    void letsOnlyIntakeClaimOnlyValidateLearnAContractOnlyAwaitApprovalAsk() {
        assertThat(stages().filter(stage -> writable(stage).contains(LedgerPart.CLAIM)))
                .containsExactly(StageName.INTAKE);
        assertThat(stages().filter(stage -> writable(stage).contains(LedgerPart.REGISTER)))
                .containsExactly(StageName.VALIDATE);
        assertThat(stages().filter(stage -> writable(stage).contains(LedgerPart.APPROVAL)))
                .containsExactly(StageName.AWAIT_APPROVAL);
    }

    @Test
    void letsNobodyReadATokenOrAnswerAQuestion() {
        assertThat(stages())
                .noneMatch(stage -> of(stage).allowItem("dynamodb:GetItem", "approval#x")
                        || of(stage).allowItem("dynamodb:Query", "approval#x")
                        || of(stage).allow("states:SendTaskSuccess", "PipelineMachine"));
    }

    @Test
    void letsNobodyReachTheLedgerWithoutAPartition() {
        assertThat(roles.values().stream()
                        .flatMap(rights -> rights.statements().stream())
                        .filter(statement -> statement.resources().contains("ledger")))
                .isNotEmpty()
                .allMatch(statement -> !statement.leadingKeys().isEmpty());
    }

    @Test
    void letsOnlyIntakeAndIngestReadWhatPeopleBringAndOnlyPredictWhatIsToBeScored() {
        assertThat(stages().filter(stage -> of(stage).allow("s3:GetObject", "incoming/incoming/p/x.csv")))
                .containsExactlyInAnyOrder(StageName.INTAKE, StageName.INGEST);
        assertThat(stages().filter(stage -> of(stage).allow("s3:GetObject", "incoming/scoring/p/x.csv")))
                .containsExactly(StageName.PREDICT);
        assertThat(stages().filter(stage -> of(stage).allow("s3:PutObject", "artifacts/predictions/p/x.csv")))
                .containsExactly(StageName.PREDICT);
    }

    @Test
    void letsTheMachineCallTheStagesOfARunAndNothingElse() {
        Rights machine = Objects.requireNonNull(roles.get("PipelineMachine"));

        assertThat(machine.allow("lambda:InvokeFunction", "StageFunctionsIngestLive"))
                .isTrue();
        assertThat(Stream.of("StageFunctionsRollbackLive", "StageFunctionsPredictLive", "StageFunctionsIngestFunction"))
                .noneMatch(function -> machine.allow("lambda:InvokeFunction", function));
    }

    @Test
    void letsTriggersStartTheMachineAndNothingElse() {
        assertThat(Objects.requireNonNull(roles.get("TriggersStarter")).statements().stream()
                        .flatMap(statement -> statement.actions().stream()))
                .containsExactlyInAnyOrder("states:StartExecution", "sqs:SendMessage");
    }

    private Set<LedgerPart> writable(StageName stage) {
        Set<LedgerPart> parts = EnumSet.noneOf(LedgerPart.class);
        for (LedgerPart part : LedgerPart.values()) {
            if (part.keys().stream().anyMatch(key -> of(stage).allowItem("dynamodb:PutItem", key.replace("*", "x")))) {
                parts.add(part);
            }
        }
        return parts;
    }

    private Rights of(StageName stage) {
        return Objects.requireNonNull(roles.get(stage.title()));
    }

    private static Stream<StageName> stages() {
        return Arrays.stream(StageName.values());
    }
}
