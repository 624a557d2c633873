package dev.signalbox.asl.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs a folder of cases. Each sub-folder is one: `definition.json`, `input.json` (`{}` where it is
/// absent), perhaps `mock.json` and `case.json` with `{"testCase": "Machine#Case"}`. Without that file the
/// test case is the one named as the folder, else the first.
///
/// A case that breaks in any way is a result with the status `ERROR`, and the others go on.
public final class CheckSuite {
    private static final long MAX_MILLIS_A_CASE = 60_000;
    private static final long STACK_BYTES = 256L * 1024 * 1024;

    private CheckSuite() {}

    /// Runs every case, in the order of their names, and hands each result on as one line of JSON as soon as
    /// it is there.
    ///
    /// @param folder holds one sub-folder per case
    /// @param lineSink takes the lines, without line ends
    /// @return how many cases are broken
    /// @throws IOException when the folder cannot be listed
    public static int run(Path folder, Consumer<String> lineSink) throws IOException {
        int broken = 0;
        for (Path caseFolder : cases(folder)) {
            CheckResult result = runCase(caseFolder);
            broken += result.status().equals(CheckResult.BROKEN) ? 1 : 0;
            lineSink.accept(result.toJson().toString());
        }
        return broken;
    }

    /// The folders of the cases, sorted by name.
    public static List<Path> cases(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    /// Runs one case. Never throws for what is in its files.
    public static CheckResult runCase(Path caseFolder) {
        String name = caseFolder.getFileName().toString();
        AtomicReference<@Nullable CheckResult> result = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(guarded(name, caseFolder)), "case " + name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(MAX_MILLIS_A_CASE);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return CheckResult.broken(name, "The check was interrupted");
        }
        CheckResult finished = result.get();
        if (finished == null) {
            thread.interrupt();
            return CheckResult.broken(
                    name, "The case did not end within " + MAX_MILLIS_A_CASE / 1_000 + " seconds of real time");
        }
        return finished;
    }

    private static CheckResult guarded(String name, Path caseFolder) {
        try {
            return unguarded(name, caseFolder);
        } catch (CheckException e) {
            return CheckResult.broken(name, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return CheckResult.broken(name, "The engine could not run the case: " + e);
        }
    }

    private static CheckResult unguarded(String name, Path caseFolder) throws CheckException {
        JsonNode definition = CheckFiles.json(caseFolder.resolve("definition.json"));
        Path inputFile = caseFolder.resolve("input.json");
        JsonNode input = Files.exists(inputFile) ? CheckFiles.json(inputFile) : JsonNodeFactory.instance.objectNode();
        MockConfig mocks = CheckFiles.mocks(caseFolder.resolve("mock.json"));
        Path choice = caseFolder.resolve("case.json");
        TestCase testCase = Files.exists(choice)
                ? TestCase.parse(CheckFiles.json(choice).path("testCase").asText())
                : null;
        return SingleRun.run(name, definition, input, mocks, testCase);
    }
}
