package dev.signalbox.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// What takes people's answers: a function with an address of its own that IAM guards. Who may call it is granted
/// to people outside of this app, by `lambda:InvokeFunctionUrl`. Its role alone can complete a waiting run.
public final class AnswerFunction extends Construct {
    private static final int MEMORY_MB = 512;
    private static final String HANDLER = "dev.signalbox.registry.answer.AnswerHandler";

    private final FunctionUrl url;

    /// @param stores what it works on
    public AnswerFunction(Construct scope, String id, Settings settings, Stores stores) {
        super(scope, id);
        String name = settings.name("answer");
        LogGroup logs = LogGroup.Builder.create(this, "Logs")
                .logGroupName("/aws/lambda/" + name)
                .retention(settings.keepsData() ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
        Function function = Function.Builder.create(this, "Function")
                .functionName(name)
                .description("Takes people's answers to what runs of Signalbox wait on")
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.X86_64)
                .code(Code.fromAsset(settings.zips().of(Team.REGISTRY).toString()))
                .handler(HANDLER)
                .role(role(settings, stores, logs.getLogGroupArn()))
                .memorySize(MEMORY_MB)
                .timeout(Duration.seconds(30))
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .tracing(Tracing.ACTIVE)
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(logs)
                .environment(environment(settings, stores))
                .currentVersionOptions(VersionOptions.builder()
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build())
                .build();
        StageFunction.publishes(function);
        Alias alias = Alias.Builder.create(this, "Live")
                .aliasName(StageFunction.ALIAS)
                .version(function.getCurrentVersion())
                .build();
        this.url = alias.addFunctionUrl(FunctionUrlOptions.builder()
                .authType(FunctionUrlAuthType.AWS_IAM)
                .build());
    }

    /// Where answers go, with a slash at the end.
    public String url() {
        return url.getUrl();
    }

    private static Map<String, String> environment(Settings settings, Stores stores) {
        Map<String, String> variables = new TreeMap<>(StageFunction.stores(settings, stores, StageRights.Topic.NONE));
        variables.put("SIGNALBOX_CODE_VERSION", settings.zips().codeVersion(Team.REGISTRY));
        variables.put("JAVA_TOOL_OPTIONS", StageFunction.javaOptions(Team.REGISTRY));
        return variables;
    }

    private IRole role(Settings settings, Stores stores, String logGroupArn) {
        return Role.Builder.create(this, "Role")
                .description("What the function that takes answers of " + settings.name("pipeline") + " may do")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "rights",
                        PolicyDocument.Builder.create()
                                .statements(List.of(
                                        StageRole.partitions(
                                                "ReadLedger",
                                                List.of("dynamodb:GetItem", "dynamodb:Query"),
                                                List.of(LedgerPart.RUN, LedgerPart.APPROVAL),
                                                stores),
                                        StageRole.partitions(
                                                "KeepChain",
                                                List.of("dynamodb:PutItem"),
                                                List.of(LedgerPart.RUN),
                                                stores),
                                        StageRole.partitions(
                                                "Answer",
                                                List.of("dynamodb:UpdateItem"),
                                                List.of(LedgerPart.APPROVAL),
                                                stores),
                                        allow("Complete", List.of("states:SendTaskSuccess"), machineArn(settings)),
                                        PolicyStatement.Builder.create()
                                                .sid(Anywhere.TRACE.id())
                                                .actions(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"))
                                                .resources(List.of("*"))
                                                .build(),
                                        allow(
                                                "Log",
                                                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                                                logGroupArn)))
                                .build()))
                .build()
                .withoutPolicyUpdates();
    }

    /// By name: the machine knows the function that asks, which knows this one.
    private String machineArn(Settings settings) {
        Stack stack = Stack.of(this);
        return "arn:" + stack.getPartition() + ":states:" + stack.getRegion() + ":" + stack.getAccount()
                + ":stateMachine:" + PipelineMachine.name(settings);
    }

    private static PolicyStatement allow(String id, List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .sid(id)
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }
}
