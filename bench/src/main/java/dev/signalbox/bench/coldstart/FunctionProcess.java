package dev.signalbox.bench.coldstart;

import dev.signalbox.bench.coldstart.LambdaHost.Moment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Starts functions from their unpacked zips.
///
/// @param home the project's folder
/// @param work a folder of the benchmark's own, with the zips unpacked in folders by their module's name
record FunctionProcess(Path home, Path work) {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.";
    private static final long PATIENCE_SECONDS = 60;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Pattern CREATED = Pattern.compile("\\[([0-9.]+)s\\].*Initialize module system");

    /// Starts a function, waits for its first answer, and ends it.
    ///
    /// @throws IOException when it does not answer, or answers with a failure
    ColdStart measure(Function function, Variant variant) throws IOException, InterruptedException {
        Path cache = work.resolve(function.module() + "-" + function.stage() + "-" + function.event() + ".aot");
        if (variant.cached() && !Files.exists(cache)) {
            start(function, variant, "-XX:AOTCacheOutput=" + cache);
        }
        return start(function, variant, variant.cached() ? "-XX:AOTCache=" + cache : "-Dnone");
    }

    private ColdStart start(Function function, Variant variant, String cacheOption)
            throws IOException, InterruptedException {
        Path log = work.resolve("startup.log");
        Files.deleteIfExists(log);
        try (LambdaHost host = LambdaHost.open(new StandInStores(home), function.bytes(home))) {
            ProcessBuilder builder = new ProcessBuilder(command(function, variant, cacheOption, log))
                    .directory(zip(function).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("output.log").toFile());
            builder.environment().clear();
            builder.environment().putAll(environment(function, variant, host));
            long started = System.nanoTime();
            Process process = builder.start();
            Duration processor;
            try {
                host.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException(
                        function.name() + " did not answer: " + e + "\n" + Files.readString(work.resolve("output.log")),
                        e);
            } finally {
                // By SIGTERM, so that a cache is still written.
                process.destroy();
                process.waitFor();
            }
            double jvm = jvmMillis(log);
            long begun = variant.snapshot() ? host.nanos(Moment.SNAPSHOT) : host.nanos(Moment.READY);
            return new ColdStart(
                    jvm,
                    (begun - started) / NANOS_PER_MILLI - jvm,
                    (host.nanos(Moment.ANSWERED) - host.nanos(Moment.SENT)) / NANOS_PER_MILLI,
                    processor.toMillis());
        }
    }

    private List<String> command(Function function, Variant variant, String cacheOption, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(variant.options());
        command.addAll(List.of(
                cacheOption,
                "-Xlog:aot=off",
                "-Xlog:startuptime:file=" + log,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                // Else every start unpacks it, as none does on Lambda.
                "-D" + CLIENT + "runtimeapi.NativeClient.JNI=" + work.resolve("client.so"),
                "-cp",
                classPath(function, variant),
                CLIENT + "AWSLambda",
                function.handler()));
        return command;
    }

    /// An AOT cache takes jars only, so that the module's classes come as the jar that the build makes of them.
    private String classPath(Function function, Variant variant) throws IOException {
        List<Path> jars = new ArrayList<>(jars(home.resolve("bench/target/client")));
        if (variant.flat()) {
            jars.add(home.resolve("functions/" + function.module() + "/target")
                    .resolve("signalbox-" + function.module() + "-0.1.0-SNAPSHOT.jar"));
            jars.addAll(jars(zip(function).resolve("lib")));
        }
        return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private Path zip(Function function) {
        return work.resolve(function.module());
    }

    private Map<String, String> environment(Function function, Variant variant, LambdaHost host) {
        return Map.ofEntries(
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_LAMBDA_RUNTIME_API", host.address()),
                Map.entry("AWS_ENDPOINT_URL", "http://" + host.address()),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "nobody"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "nothing"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.stage()),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "2048"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "bench"),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "bench"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", variant.snapshot() ? "snap-start" : "on-demand"),
                Map.entry("LAMBDA_TASK_ROOT", zip(function).toString()),
                Map.entry("LD_LIBRARY_PATH", zip(function).resolve("lib").toString()),
                Map.entry("OMP_WAIT_POLICY", "PASSIVE"),
                Map.entry("SIGNALBOX_ARTIFACTS", "s3://artifacts"),
                Map.entry("SIGNALBOX_LEDGER", "dynamodb:ledger"),
                Map.entry("SIGNALBOX_PIPELINES", "ssm:/signalbox/pipelines"),
                Map.entry("SIGNALBOX_TASKS", "sfn:ledger"),
                Map.entry("SIGNALBOX_ALERTS", "sns:arn:aws:sns:us-east-1:000000000000:alerts"));
    }

    private static double jvmMillis(Path log) throws IOException {
        Matcher created = CREATED.matcher(Files.readString(log));
        if (!created.find()) {
            throw new IOException("The JVM's log does not tell when it was ready: " + Files.readString(log));
        }
        return Double.parseDouble(created.group(1)) * 1_000;
    }
}
