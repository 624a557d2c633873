package dev.signalbox.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.TaskCall;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.cli.run.Installation;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.runtime.StageName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// One call of a stage in a process of its own with a heap of its own, as a function of Lambda has it.
///
/// @param workspace that the run is in
/// @param heapMb of the process
record StageProcess(Path workspace, int heapMb) {
    /// The stage's answer, or how it failed.
    JsonNode invoke(TaskCall call) throws TaskFailedException, IOException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx" + heapMb + "m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dsignalbox.home=" + Commands.ROOT,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StageProcess.class.getName(),
                        workspace.toString(),
                        String.valueOf(call.functionName())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = process.getOutputStream()) {
            ContractJson.LENIENT.writeValue(out, call.payload());
        }
        JsonNode said = ContractJson.LENIENT.readTree(process.getInputStream().readAllBytes());
        if (said == null || said.isMissingNode()) {
            throw new TaskFailedException("Runtime.ExitError", "The process ended without an answer.");
        }
        if (said.has("error")) {
            throw new TaskFailedException(
                    said.path("error").asText(), said.path("cause").asText());
        }
        return said.path("answer");
    }

    /// @param arguments the workspace and the stage's name
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        JsonNode payload = ContractJson.LENIENT.readTree(System.in.readAllBytes());
        ObjectNode said = ContractJson.LENIENT.createObjectNode();
        try (LocalRuns runs = new LocalRuns(new Workspace(Path.of(arguments[0])), Installation.current())) {
            said.set("answer", runs.host().invoke(stage(arguments[1]), payload));
        } catch (TaskFailedException e) {
            said.put("error", e.error()).put("cause", e.causeText());
        }
        out.println(said);
    }

    private static StageName stage(String title) {
        return java.util.Arrays.stream(StageName.values())
                .filter(stage -> stage.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
