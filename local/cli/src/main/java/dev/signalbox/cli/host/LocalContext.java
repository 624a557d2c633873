package dev.signalbox.cli.host;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.signalbox.runtime.StageName;
import org.jspecify.annotations.Nullable;

/// What Lambda tells a function of its invocation; a laptop knows little of it.
@org.jspecify.annotations.NullUnmarked
final class LocalContext implements Context {
    private static final int NO_LIMIT_MILLIS = Integer.MAX_VALUE;
    private final StageName stage;

    LocalContext(StageName stage) {
        this.stage = stage;
    }

    @Override
    public String getAwsRequestId() {
        return "local";
    }

    @Override
    public String getLogGroupName() {
        return "local";
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return stage.title();
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:local:000000000000:function:" + stage.title();
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return NO_LIMIT_MILLIS;
    }

    @Override
    public int getMemoryLimitInMB() {
        return (int) (Runtime.getRuntime().maxMemory() >> 20);
    }

    /// None: stages log to the environment's own log instead.
    @Override
    public @Nullable LambdaLogger getLogger() {
        return null;
    }
}
