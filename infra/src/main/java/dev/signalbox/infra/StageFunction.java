package dev.signalbox.infra;

import dev.signalbox.infra.StageRights.Topic;
import dev.signalbox.runtime.StageName;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// The function of one stage, its role, its log group and its alias.
public final class StageFunction extends Construct {
    /// What callers name: the version in use.
    public static final String ALIAS = "live";

    private final Function function;
    private final Alias alias;

    /// @param stage its name is the construct's, too
    /// @param answersUrl where people answer what a run waits on
    public StageFunction(Construct scope, StageName stage, Settings settings, Stores stores, String answersUrl) {
        super(scope, stage.title());
        String name = settings.name(stage.id());
        FunctionSize size = FunctionSize.of(stage);
        LogGroup logs = LogGroup.Builder.create(this, "Logs")
                .logGroupName("/aws/lambda/" + name)
                .retention(settings.keepsData() ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
        Function.Builder builder = Function.Builder.create(this, "Function")
                .functionName(name)
                .description("The stage " + stage.title() + " of Signalbox")
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.X86_64)
                .code(Code.fromAsset(settings.zips().of(size.team()).toString()))
                .handler(size.handler(stage))
                .role(StageRole.of(this, stage, settings, stores, logs.getLogGroupArn()))
                .memorySize(size.memoryMb())
                .timeout(Duration.seconds(size.timeoutSeconds()))
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .tracing(Tracing.ACTIVE)
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(logs)
                // An alias can go back to a version only while it is there; versions go with their function.
                .currentVersionOptions(VersionOptions.builder()
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build())
                .environment(environment(stage, size, settings, stores, answersUrl));
        Integer reserved = settings.reservedConcurrency().get(stage);
        this.function = (reserved == null ? builder : builder.reservedConcurrentExecutions(reserved)).build();
        publishes(function);
        this.alias = Alias.Builder.create(this, "Live")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
        if (settings.canary() && alias.getNode().getDefaultChild() instanceof CfnAlias plain) {
            plain.getCfnOptions().setUpdatePolicy(Canary.updatePolicy(stage, settings));
        }
    }

    /// The function.
    public Function function() {
        return function;
    }

    /// What callers name.
    public Alias alias() {
        return alias;
    }

    /// Says that a version of it is published, which CDK does not see.
    static void publishes(Function function) {
        Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    }

    /// The variables that name the stores.
    static Map<String, String> stores(Settings settings, Stores stores, Topic topic) {
        String table = stores.ledger().table().getTableName();
        Map<String, String> variables = new TreeMap<>();
        variables.put("SIGNALBOX_ARTIFACTS", "s3://" + stores.lake().artifacts().getBucketName());
        variables.put("SIGNALBOX_LEDGER", "dynamodb:" + table);
        variables.put("SIGNALBOX_TASKS", "sfn:" + table);
        variables.put("SIGNALBOX_PIPELINES", "ssm:" + stores.pipelines().prefix());
        variables.put("SIGNALBOX_ALERTS", "sns:" + stores.topic(topic).getTopicArn());
        return variables;
    }

    private static Map<String, String> environment(
            StageName stage, FunctionSize size, Settings settings, Stores stores, String answersUrl) {
        Map<String, String> variables =
                stores(settings, stores, StageRights.of(stage).topic());
        if (stage == StageName.AWAIT_APPROVAL) {
            variables.merge("SIGNALBOX_TASKS", "?answers=" + answersUrl, String::concat);
        }
        variables.put("SIGNALBOX_CODE_VERSION", settings.zips().codeVersion(size.team()));
        variables.put("JAVA_TOOL_OPTIONS", javaOptions(size.team()));
        // OpenMP's threads spin for the next piece of work by default, on processors that others wait for.
        variables.put("OMP_WAIT_POLICY", "PASSIVE");
        return variables;
    }

    /// Native libraries lie beside the jars. Decisions and endings are short: the first compiler is enough
    /// for them. For data and models Lambda chooses: both compilers behind a snapshot, the first without.
    static String javaOptions(Team team) {
        String natives = "--enable-native-access=ALL-UNNAMED -Djava.library.path=/var/task/lib";
        return switch (team) {
            case DATA, MODEL -> natives;
            case AGENT, REGISTRY -> "-XX:+TieredCompilation -XX:TieredStopAtLevel=1 " + natives;
        };
    }
}
