package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import dev.signalbox.runtime.StageSize;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// The function of one stage, its role, its log group and its alias.
public final class StageFunction extends Construct {
    private final Function function;
    private final Alias alias;

    /// @param stage its name is the construct's, too
    /// @param answersUrl where people answer what a run waits on
    public StageFunction(Construct scope, StageName stage, Settings settings, Stores stores, String answersUrl) {
        super(scope, stage.title());
        String name = settings.name(stage.id());
        FunctionSize size = FunctionSize.of(stage);
        LogGroup logs = LiveFunction.logs(this, name, settings);
        Function.Builder builder = LiveFunction.of(this, name, size.team(), settings, logs)
                .description("The stage " + stage.title() + " of Signalbox")
                .handler(size.handler(stage))
                .role(StageRole.of(this, stage, settings, stores, logs.getLogGroupArn()))
                .memorySize(size.memoryMb())
                .timeout(Duration.seconds(size.timeoutSeconds()))
                .environment(environment(stage, size, settings, stores, answersUrl));
        Integer reserved = settings.reservedConcurrency().get(stage);
        this.function = (reserved == null ? builder : builder.reservedConcurrentExecutions(reserved)).build();
        this.alias = LiveFunction.alias(this, function);
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

    private static Map<String, String> environment(
            StageName stage, FunctionSize size, Settings settings, Stores stores, String answersUrl) {
        Map<String, String> variables = LiveFunction.environment(
                size.team(),
                settings,
                stores,
                StageRights.of(stage).topic(),
                StageSize.of(stage).isBrief());
        if (stage == StageName.AWAIT_APPROVAL) {
            variables.merge("SIGNALBOX_TASKS", "?answers=" + answersUrl, String::concat);
        }
        // OpenMP's threads spin for the next piece of work by default, on processors that others wait for.
        variables.put("OMP_WAIT_POLICY", "PASSIVE");
        return variables;
    }
}
