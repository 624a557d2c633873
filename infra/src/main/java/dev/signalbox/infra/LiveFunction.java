package dev.signalbox.infra;

import dev.signalbox.infra.StageRights.Topic;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
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

/// What all functions have in common: a log group, code of a team's zip behind SnapStart, the stores' names, and the
/// alias that callers name.
final class LiveFunction {
    /// What callers name: the version in use.
    static final String ALIAS = "live";

    private LiveFunction() {}

    static LogGroup logs(Construct scope, String name, Settings settings) {
        return LogGroup.Builder.create(scope, "Logs")
                .logGroupName("/aws/lambda/" + name)
                .retention(settings.keepsData() ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    /// A function that lacks its handler, role, size and variables.
    static Function.Builder of(Construct scope, String name, Team team, Settings settings, LogGroup logs) {
        return Function.Builder.create(scope, "Function")
                .functionName(name)
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.X86_64)
                .code(Code.fromAsset(settings.zips().of(team).toString()))
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .tracing(Tracing.ACTIVE)
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(logs)
                // An alias can go back to a version only while it is there; versions go with their function.
                .currentVersionOptions(VersionOptions.builder()
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build());
    }

    /// The function's alias, on a version of its own.
    static Alias alias(Construct scope, Function function) {
        // Its published version is right below.
        Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
        return Alias.Builder.create(scope, "Live")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
    }

    /// The variables that every function reads.
    ///
    /// @param brief whether the work does not grow with the data
    static Map<String, String> environment(Team team, Settings settings, Stores stores, Topic topic, boolean brief) {
        String table = stores.ledger().table().getTableName();
        Map<String, String> variables = new TreeMap<>();
        variables.put("SIGNALBOX_ARTIFACTS", "s3://" + stores.lake().artifacts().getBucketName());
        variables.put("SIGNALBOX_LEDGER", "dynamodb:" + table);
        variables.put("SIGNALBOX_TASKS", "sfn:" + table);
        variables.put("SIGNALBOX_PIPELINES", "ssm:" + stores.pipelines().prefix());
        variables.put("SIGNALBOX_ALERTS", "sns:" + stores.topic(topic).getTopicArn());
        variables.put("SIGNALBOX_CODE_VERSION", settings.zips().codeVersion(team));
        variables.put("JAVA_TOOL_OPTIONS", javaOptions(brief));
        return variables;
    }

    /// Native libraries lie beside the jars. One collector without threads of its own, and access by methods
    /// that need no code made for them: `bench/cold-start.md` shows what that saves. Short work needs the
    /// first compiler alone; for the rest Lambda chooses: both compilers behind a snapshot.
    ///
    /// @param brief whether the work does not grow with the data
    static String javaOptions(boolean brief) {
        return "-XX:+UseSerialGC " + (brief ? "-XX:+TieredCompilation -XX:TieredStopAtLevel=1 " : "")
                + "-Djdk.reflect.useNativeAccessorOnly=true --sun-misc-unsafe-memory-access=allow"
                + " --enable-native-access=ALL-UNNAMED -Djava.library.path=/var/task/lib";
    }
}
