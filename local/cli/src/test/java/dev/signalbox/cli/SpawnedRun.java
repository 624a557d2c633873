package dev.signalbox.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A command in a process of its own, its standard output and error in one stream.
record SpawnedRun(Process process, BufferedReader lines) {
    static SpawnedRun of(Object... words) throws IOException {
        List<String> command = new ArrayList<>(command());
        Stream.of(words).map(String::valueOf).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new SpawnedRun(process, process.inputReader());
    }

    /// What stands before the words of a command.
    static List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dsignalbox.home=" + Commands.ROOT,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.signalbox.cli.Main");
    }

    /// Reads progress until that many states are finished, or the process ended.
    void awaitStates(int finished) throws IOException {
        int seen = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen += line.startsWith("- ") ? 1 : 0;
            if (seen >= finished) {
                return;
            }
        }
    }

    /// Reads progress until a state is finished, or the process ended.
    void awaitState(String name) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("- " + name)) {
                return;
            }
        }
    }
}
