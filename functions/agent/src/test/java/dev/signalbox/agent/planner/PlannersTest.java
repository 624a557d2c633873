package dev.signalbox.agent.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlannersTest {
    /// The function as Lambda starts it, but without the jars that a language model needs.
    @Test
    void theRulesNeedNoClassOfALanguageModel() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("langchain4j") && !entry.contains("bedrock"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(classPath.length())
                .isLessThan(System.getProperty("java.class.path").length());

        String said = java(classPath);

        assertThat(said).contains("settled by rules");
    }

    private static String java(String classPath) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        RulesAlone.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
