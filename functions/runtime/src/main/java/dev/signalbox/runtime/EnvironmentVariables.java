package dev.signalbox.runtime;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.snapshot.SnapshotHook;
import dev.signalbox.runtime.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// Reads a function's environment variables.
final class EnvironmentVariables {
    private EnvironmentVariables() {}

    static StageEnvironment open(Map<String, String> variables) {
        SnapshotHook.register(variables);
        String artifacts = required(variables, "SIGNALBOX_ARTIFACTS", "s3://bucket/prefix");
        String ledger = required(variables, "SIGNALBOX_LEDGER", "dynamodb:table");
        String pipelines = required(variables, "SIGNALBOX_PIPELINES", "ssm:/signalbox/pipelines");
        String tasks = required(variables, "SIGNALBOX_TASKS", "sfn:table");
        String alerts = required(variables, "SIGNALBOX_ALERTS", "sns:topic-arn");
        return new StageEnvironment(
                Stores.forUri(artifacts).artifacts(artifacts),
                Stores.forUri(ledger).ledger(ledger),
                Stores.forUri(pipelines).pipelines(pipelines),
                Stores.forUri(tasks).taskTokens(tasks),
                Stores.forUri(alerts).alerts(alerts),
                Clock.systemUTC(),
                StageLog.NONE,
                variables.getOrDefault("SIGNALBOX_CODE_VERSION", "unknown"),
                Path.of(variables.getOrDefault("SIGNALBOX_SCRATCH", System.getProperty("java.io.tmpdir"))),
                Integer.parseInt(variables.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "0")));
    }

    private static String required(Map<String, String> variables, String name, String example) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new InvalidInput(
                    "The environment variable " + name + " is not set.", "Set it to a URI such as " + example + ".");
        }
        return value;
    }
}
