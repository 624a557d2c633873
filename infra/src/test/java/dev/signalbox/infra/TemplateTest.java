package dev.signalbox.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.runtime.StageName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What the templates hold.
class TemplateTest {
    /// What CloudFormation knows on the emulator, too.
    private static final Set<String> ANYWHERE = Set.of(
            "AWS::DynamoDB::Table",
            "AWS::Events::EventBus",
            "AWS::Events::Rule",
            "AWS::IAM::Role",
            "AWS::KMS::Alias",
            "AWS::KMS::Key",
            "AWS::Lambda::Alias",
            "AWS::Lambda::Function",
            "AWS::Lambda::Url",
            "AWS::Lambda::Version",
            "AWS::Logs::LogGroup",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Subscription",
            "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy",
            "AWS::SQS::Queue",
            "AWS::SQS::QueuePolicy",
            "AWS::SSM::Parameter",
            "AWS::Scheduler::Schedule",
            "AWS::StepFunctions::StateMachine");

    /// One a stage, and the one that takes answers.
    private static final int FUNCTIONS = StageName.values().length + 1;

    private static final Path MACHINE = Deployment.ROOT.resolve("statemachines/model-pipeline.asl.json");

    /// In a process of its own, since the order of some collections changes from process to process.
    @Test
    void twoSynthesesOfOneTreeAreTheSameBytes() throws Exception {
        Map<String, Object> settings = new TreeMap<>(Map.of(
                "stage",
                "prod",
                "canary",
                "true",
                "zips",
                Deployment.zips().toString(),
                "pipelines",
                Deployment.PIPELINES.toString()));
        Path other = Deployment.scratch();
        ProcessBuilder synth = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                SignalboxApp.class.getName(),
                Deployment.ROOT.toString());
        synth.environment().put("CDK_OUTDIR", other.toString());
        synth.environment().put("CDK_CONTEXT_JSON", new ObjectMapper().writeValueAsString(settings));
        Process process = synth.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(bytes(new Deployment(other))).isEqualTo(bytes(Deployment.synthesised(settings)));
    }

    @Test
    void theCoreHoldsOnlyWhatTheEmulatorKnowsAndNoCustomResource() {
        for (Deployment deployment : List.of(Deployment.dev(), Deployment.prod())) {
            Set<String> types = new TreeSet<>();
            deployment
                    .core()
                    .path("Resources")
                    .forEach(resource -> types.add(resource.path("Type").asText()));

            assertThat(ANYWHERE).containsAll(types);
        }
    }

    @Test
    void whatIsLeftStandsInStacksOfItsOwn() {
        assertThat(Deployment.dev().templates().keySet()).containsOnly("signalbox-dev", "signalbox-dev-observability");
        assertThat(Deployment.prod().templates().keySet())
                .containsOnly(
                        "signalbox-prod",
                        "signalbox-prod-canary",
                        "signalbox-prod-cost",
                        "signalbox-prod-events-out",
                        "signalbox-prod-machine-release",
                        "signalbox-prod-observability");
    }

    @Test
    void theMachineIsTheVeryFileWithAnAliasForEachOfItsNames() throws IOException {
        JsonNode machine = only("AWS::StepFunctions::StateMachine");
        String definition = Files.readString(MACHINE);

        assertThat(machine.path("DefinitionString").asText()).isEqualTo(definition);
        machine.path("DefinitionSubstitutions").properties().forEach(substitution -> {
            assertThat(definition).contains("\"${" + substitution.getKey() + "}\"");
            assertThat(substitution.getValue().path("Ref").asText())
                    .startsWith("StageFunctions" + substitution.getKey().replace("Function", "") + "Live");
        });
        assertThat(definition.split("Function}\"", -1))
                .hasSize(1 + machine.path("DefinitionSubstitutions").size());
    }

    @Test
    void theMachineLogsErrorsWithoutDataAndTraces() {
        JsonNode machine = only("AWS::StepFunctions::StateMachine");

        assertThat(machine.at("/LoggingConfiguration/Level").asText()).isEqualTo("ERROR");
        assertThat(machine.at("/LoggingConfiguration/IncludeExecutionData").asBoolean(true))
                .isFalse();
        assertThat(machine.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
    }

    @Test
    void aFunctionEndsNoLaterThanItsStateStopsWaiting() throws IOException {
        JsonNode states = Deployment.json(MACHINE);
        for (StageName stage : StageName.values()) {
            JsonNode state = states.findValue(stage.title());
            if (state != null && state.path("TimeoutSeconds").isInt()) {
                assertThat(FunctionSize.of(stage).timeoutSeconds())
                        .as(stage.title())
                        .isLessThanOrEqualTo(state.path("TimeoutSeconds").asInt());
            }
        }
    }

    @Test
    void eachFunctionIsAHandlerThatExistsBehindTheAliasLive() {
        Map<String, JsonNode> functions = Deployment.dev().resources("AWS::Lambda::Function");

        assertThat(functions).hasSize(FUNCTIONS);
        functions.values().forEach(function -> {
            String handler = function.path("Handler").asText();
            String team = handler.split("\\.", -1)[2];
            assertThat(Deployment.ROOT.resolve(
                            "functions/" + team + "/src/main/java/" + handler.replace('.', '/') + ".java"))
                    .exists();
            assertThat(function.path("Runtime").asText()).isEqualTo("java25");
            assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(function.at("/TracingConfig/Mode").asText()).isEqualTo("Active");
            assertThat(function.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
        });
        assertThat(Deployment.dev().resources("AWS::Lambda::Alias").values())
                .hasSize(FUNCTIONS)
                .allMatch(alias -> alias.path("Name").asText().equals("live"));
    }

    @Test
    void versionsStayForTheAliasToGoBackTo() {
        List<JsonNode> versions = new ArrayList<>();
        Deployment.dev().core().path("Resources").forEach(resource -> {
            if (resource.path("Type").asText().equals("AWS::Lambda::Version")) {
                versions.add(resource);
            }
        });

        assertThat(versions)
                .hasSize(FUNCTIONS)
                .allMatch(version -> version.path("DeletionPolicy").asText().equals("Retain"));
    }

    @Test
    void bucketsAreClosedEncryptedAndEndUploadsThatNobodyCompleted() {
        Map<String, JsonNode> buckets = Deployment.dev().resources("AWS::S3::Bucket");

        assertThat(buckets).hasSize(3);
        assertThat(buckets.values()).allSatisfy(bucket -> {
            assertThat(bucket.path("PublicAccessBlockConfiguration")
                            .path("RestrictPublicBuckets")
                            .asBoolean())
                    .isTrue();
            assertThat(bucket.has("BucketEncryption")).isTrue();
            assertThat(bucket.findValues("AbortIncompleteMultipartUpload")).hasSize(1);
        });
        assertThat(buckets.values().stream()
                        .filter(bucket -> bucket.at("/VersioningConfiguration/Status")
                                .asText()
                                .equals("Enabled")))
                .hasSize(2)
                .allMatch(bucket -> bucket.has("LoggingConfiguration"));
        assertThat(Deployment.dev().resources("AWS::S3::BucketPolicy").values())
                .hasSize(3)
                .allMatch(policy -> policy.toString().contains("aws:SecureTransport"));
    }

    @Test
    void onlyProdKeepsItsDataAndHasAKeyOfItsOwn() {
        assertThat(Deployment.prod().core().at("/Resources").findValues("SSEAlgorithm").stream()
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrder("aws:kms", "aws:kms", "AES256");
        assertThat(table(Deployment.prod()).path("DeletionProtectionEnabled").asBoolean())
                .isTrue();
        assertThat(table(Deployment.dev()).path("DeletionProtectionEnabled").asBoolean())
                .isFalse();
        Deployment.prod().core().path("Resources").forEach(resource -> {
            if (Set.of("AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::KMS::Key")
                    .contains(resource.path("Type").asText())) {
                assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
            }
        });
    }

    private static JsonNode table(Deployment deployment) {
        JsonNode table =
                deployment.resources("AWS::DynamoDB::Table").values().iterator().next();
        assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("expiresAt");
        return table;
    }

    private static JsonNode only(String type) {
        Map<String, JsonNode> found = Deployment.dev().resources(type);
        assertThat(found).hasSize(1);
        return found.values().iterator().next();
    }

    private static Map<String, String> bytes(Deployment deployment) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        for (Path file : deployment.files("")) {
            bytes.put(deployment.folder().relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
        }
        return bytes;
    }
}
