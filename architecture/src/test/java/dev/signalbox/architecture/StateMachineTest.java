package dev.signalbox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.StateMachine;
import dev.signalbox.cli.host.FunctionHost;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.runtime.StageName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The state machine and the code name the same things.
class StateMachineTest {
    private static final Set<String> LAMBDA_ERRORS = Set.of(
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException");
    private static final Set<String> STATES_ERRORS = Set.of("States.ALL", "States.Timeout", "States.TaskFailed");
    private static final int EVENT_LIMIT = 25_000;
    private final JsonNode machine = read();

    @Test
    void isASoundDefinition() throws Exception {
        assertThat(StateMachine.load("model-pipeline", machine, FunctionHost.substitutions())
                        .definition()
                        .workflow()
                        .states())
                .hasSizeGreaterThan(20);
    }

    @Test
    void catchesOnlyErrorsThatExist() {
        Set<String> known = Arrays.stream(StageFailure.class.getPermittedSubclasses())
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(LAMBDA_ERRORS);
        known.addAll(STATES_ERRORS);

        List<String> named = new ArrayList<>();
        machine.findValues("ErrorEquals").forEach(list -> list.forEach(error -> named.add(error.asText())));

        assertThat(named).isNotEmpty().allMatch(known::contains);
    }

    @Test
    void retriesOnlyWhatMayPass() {
        List<String> retried = new ArrayList<>();
        machine.findValues("Retry")
                .forEach(retriers ->
                        retriers.findValues("ErrorEquals").forEach(list -> list.forEach(e -> retried.add(e.asText()))));

        assertThat(retried)
                .contains("dev.signalbox.contract.failure.DependencyUnavailable")
                .doesNotContain("States.ALL", "States.TaskFailed", "dev.signalbox.contract.failure.UnexpectedFailure");
    }

    @Test
    void hasOneBranchForEachMemberOfTheClosedSetAndNoDefaultThatActs() {
        String branches = machine.at("/States/Act/Choices").toString();

        assertThat(Arrays.stream(Action.class.getPermittedSubclasses())
                        .map(member -> member.getAnnotation(JsonTypeName.class).value()))
                .isNotEmpty()
                .allMatch(type -> branches.contains("'" + type + "'"));
        assertThat(machine.at("/States/Act/Default").asText()).isEqualTo("Halt");
    }

    @Test
    void handsTheDatasetOnWholeSoThatItsRepairsReachServing() {
        for (String stage : List.of("Ingest", "Repair")) {
            assertThat(machine.at("/States/" + stage + "/Assign/dataset").asText())
                    .isEqualTo("{% $states.result.Payload.dataset %}");
        }
        for (String stage : List.of("Repair", "Validate", "Prepare")) {
            assertThat(machine.at("/States/" + stage + "/Arguments/Payload/dataset")
                            .asText())
                    .isEqualTo("{% $dataset %}");
        }
    }

    @Test
    void canRetryEachStageThatAnAgentMayRetry() {
        String branches = machine.at("/States/RetryStage/Choices").toString();

        assertThat(Arrays.stream(RetryableStage.values())
                        .map(stage -> "'" + stage.name().toLowerCase(Locale.ROOT) + "'"))
                .allMatch(branches::contains);
    }

    @Test
    void namesStatesLikeTheStagesThatTheyCall() {
        String text = machine.toString();
        Set<StageName> outsideOfRuns = Set.of(StageName.PREDICT, StageName.ROLLBACK);

        assertThat(Arrays.stream(StageName.values()).filter(stage -> !outsideOfRuns.contains(stage)))
                .allMatch(stage -> text.contains("\"${" + stage.title() + "Function}\"")
                        && text.contains("\"" + stage.title() + "\":{"));
    }

    @Test
    void givesEachTaskATimeLimitRetriesAndACatch() {
        List<JsonNode> tasks = new ArrayList<>();
        machine.findParents("Resource").forEach(tasks::add);

        assertThat(tasks).hasSizeGreaterThan(15).allSatisfy(task -> {
            assertThat(task.has("TimeoutSeconds")).isTrue();
            assertThat(task.path("Retry")).isNotEmpty();
            assertThat(task.path("Catch")).isNotEmpty();
        });
    }

    @Test
    void letsWhatWasDecidedStandWhenTheReportFails() {
        JsonNode failed = machine.at("/States/Report/Catch/0");

        assertThat(failed.path("Next").asText()).isEqualTo("Alert");
        assertThat(failed.path("Assign").has("failure")).isFalse();
        assertThat(machine.at("/States/Alert/Next").asText()).isEqualTo("Decided");
        assertThat(machine.at("/States/Alert/Catch/0/Next").asText()).isEqualTo("Decided");
        assertThat(machine.at("/States/Decided/Choices/0/Next").asText()).isEqualTo("Done");
    }

    @Test
    void answersWithAllThatAReportIsMadeFrom() {
        JsonNode answer = machine.at("/States/Done/Output");

        assertThat(machine.at("/States/Report/Arguments/Payload").properties())
                .hasSizeGreaterThan(10)
                .allSatisfy(member -> assertThat(answer.path(member.getKey())).isEqualTo(member.getValue()));
    }

    @Test
    void staysFarBelowTheHistoryLimitInTheWorstCase() {
        int decisions = 50;
        int candidates = 500;
        int attempts = 1 + machine.at("/States/Ingest/Retry/0/MaxAttempts").asInt();
        int eventsOfATask = 2 + 3 * attempts;
        int eventsOfAnIteration = 2 + eventsOfATask + 2;
        int choices = 2;
        int tasksOfALoop = 4;
        int loop = tasksOfALoop * eventsOfATask + 6 * choices + 4;
        int once = machine.path("States").size() * eventsOfATask;

        assertThat(decisions * loop + candidates * eventsOfAnIteration + once).isLessThan(EVENT_LIMIT);
    }

    @Test
    void hasAnEventForEachHandler() {
        assertThat(Arrays.stream(StageName.values()))
                .allMatch(stage ->
                        Files.isDirectory(Sources.ROOT.resolve("events").resolve(stage.id())));
    }

    private static JsonNode read() {
        try {
            return ContractJson.LENIENT.readTree(
                    Files.readAllBytes(Sources.ROOT.resolve("statemachines/model-pipeline.asl.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
