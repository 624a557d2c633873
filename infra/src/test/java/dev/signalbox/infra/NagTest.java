package dev.signalbox.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// cdk-nag's AwsSolutions rules, each finding explained.
class NagTest {
    @Test
    void findsNothingUnexplainedInDev() {
        assertThat(unexplained(Deployment.dev())).isEmpty();
    }

    @Test
    void findsNothingUnexplainedInProd() {
        assertThat(unexplained(Deployment.prod())).isEmpty();
    }

    @Test
    void findsNothingUnexplainedWithAKeyOfItsOwnOrWithout() {
        assertThat(unexplained(Deployment.of(Map.of("stage", "prod", "ownKey", "false"))))
                .isEmpty();
    }

    private static List<String> unexplained(Deployment deployment) {
        List<Path> reports = deployment.files("NagReport.csv");
        assertThat(reports).hasSameSizeAs(deployment.templates().keySet());
        return reports.stream()
                .flatMap(NagTest::lines)
                .filter(line -> line.contains("\"Non-Compliant\"") || line.contains("\"UNKNOWN\""))
                .toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
