package dev.signalbox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README cannot lie: its commands run as they stand there, in a folder that has nothing but the
/// launcher and the examples.
class ReadmeTest {
    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)\\n```", Pattern.DOTALL);
    private static final String TEST_COMMAND = "mvn verify";

    @TempDir
    Path folder;

    @Test
    void itsCommandsDoWhatTheyPromise() throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("signalbox"), Sources.ROOT.resolve("signalbox"));
        copyExamples();
        List<String> commands = commands();

        assertThat(commands).hasSize(2).contains(TEST_COMMAND);
        for (String command : commands) {
            if (!command.equals(TEST_COMMAND)) {
                assertThat(output(command)).contains("promoted", "champion", ".html");
            }
        }
    }

    @Test
    void itsTestCommandIsWhatContinuousIntegrationCalls() {
        assertThat(Sources.read(Sources.ROOT.resolve(".ci/run")))
                .contains("mvn ")
                .contains(" verify");
    }

    @Test
    void itsLinksLeadSomewhere() {
        Pattern.compile("\\]\\(([^)#]+)\\)")
                .matcher(readme())
                .results()
                .map(match -> match.group(1))
                .forEach(link -> assertThat(Sources.ROOT.resolve(link)).exists());
    }

    private static List<String> commands() {
        return SHELL.matcher(readme()).results().map(match -> match.group(1)).toList();
    }

    private static String readme() {
        return Sources.read(Sources.ROOT.resolve("README.md"));
    }

    private String output(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).directory(folder.toFile());
        shell.environment().put("SIGNALBOX_NO_AOT", "1");
        Process process = shell.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private void copyExamples() throws IOException {
        Path from = Sources.ROOT.resolve("examples/penguins");
        Path to = Files.createDirectories(folder.resolve("examples/penguins"));
        for (String name : List.of("penguins.csv", "pipeline.yaml")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }
}
