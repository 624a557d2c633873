package dev.signalbox.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.logs.LogGroup;
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
        LogGroup logs = LiveFunction.logs(this, name, settings);
        Function function = LiveFunction.of(this, name, Team.REGISTRY, settings, logs)
                .description("Takes people's answers to what runs of Signalbox wait on")
                .handler(HANDLER)
                .role(role(settings, stores, logs.getLogGroupArn()))
                .memorySize(MEMORY_MB)
                .timeout(Duration.seconds(30))
                .environment(LiveFunction.environment(Team.REGISTRY, settings, stores, StageRights.Topic.NONE, true))
                .build();
        Alias alias = LiveFunction.alias(this, function);
        this.url = alias.addFunctionUrl(FunctionUrlOptions.builder()
                .authType(FunctionUrlAuthType.AWS_IAM)
                .build());
    }

    /// Where answers go, with a slash at the end.
    public String url() {
        return url.getUrl();
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
                                        StageRole.statement(
                                                "Complete",
                                                List.of("states:SendTaskSuccess"),
                                                List.of(machineArn(settings))),
                                        StageRole.statement(Anywhere.TRACE.id(), StageRole.TRACE, List.of("*")),
                                        StageRole.statement("Log", StageRole.LOG, List.of(logGroupArn))))
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
}
