package dev.signalbox.infra;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.StageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/// The state machine: the very file that the laptop runs, with the functions' aliases for its names.
public final class PipelineMachine extends Construct {
    /// Source: "Logging using CloudWatch Logs" in the Step Functions developer guide.
    private static final List<String> LOG_DELIVERY = List.of(
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups");

    private static final List<String> TRACING = List.of(
            "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets");

    private final StateMachine machine;
    private final boolean byAlias;

    /// Its name, under which roles know it before it is made.
    static String name(Settings settings) {
        return settings.name("model-pipeline");
    }

    /// @param functions which it calls, and nothing else
    public PipelineMachine(Construct scope, String id, Settings settings, StageFunctions functions) {
        super(scope, id);
        this.byAlias = settings.canary();
        String name = name(settings);
        Map<String, String> aliases = aliases(settings.machine(), functions);
        this.machine = StateMachine.Builder.create(this, "Machine")
                .stateMachineName(name)
                .stateMachineType(StateMachineType.STANDARD)
                .definitionBody(DefinitionBody.fromString(definition(settings.machine())))
                .definitionSubstitutions(aliases)
                .role(role(List.copyOf(aliases.values())))
                .tracingEnabled(true)
                .logs(LogOptions.builder()
                        .level(LogLevel.ERROR)
                        // Inputs and outputs name columns and values of people's data.
                        .includeExecutionData(false)
                        .destination(LogGroup.Builder.create(this, "Logs")
                                .logGroupName("/aws/vendedlogs/states/" + name)
                                .retention(settings.keepsData() ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH)
                                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                                .build())
                        .build())
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    /// The machine.
    public StateMachine machine() {
        return machine;
    }

    /// The machine, as a policy names it.
    public String arn() {
        return machine.getStateMachineArn();
    }

    /// What is started: the machine, or the alias that [MachineRelease] keeps.
    public String startArn() {
        return byAlias ? arn() + ":" + LiveFunction.ALIAS : arn();
    }

    /// The functions that a definition names, such as `IngestFunction`, with what they are called.
    private static Map<String, String> aliases(Path definition, StageFunctions functions) {
        String text = definition(definition);
        Map<String, String> aliases = new TreeMap<>();
        Arrays.stream(StageName.values())
                .filter(stage -> text.contains("${" + stage.title() + "Function}"))
                .forEach(stage -> aliases.put(
                        stage.title() + "Function", functions.of(stage).alias().getFunctionArn()));
        return aliases;
    }

    private IRole role(List<String> functions) {
        return Role.Builder.create(this, "Role")
                .description("What the state machine may do: call the stages of a run")
                .assumedBy(new ServicePrincipal("states.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "rights",
                        PolicyDocument.Builder.create()
                                .statements(List.of(
                                        allow("CallStages", List.of("lambda:InvokeFunction"), functions),
                                        allow(Anywhere.DELIVER_LOGS.id(), LOG_DELIVERY, List.of("*")),
                                        allow(Anywhere.TRACE.id(), TRACING, List.of("*"))))
                                .build()))
                .build()
                .withoutPolicyUpdates();
    }

    private static PolicyStatement allow(String id, List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .sid(id)
                .actions(actions)
                .resources(resources)
                .build();
    }

    private static String definition(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInput(
                    "The state machine " + file + " cannot be read: " + e.getMessage() + ".",
                    "Run from the tree that it is in.",
                    e);
        }
    }
}
