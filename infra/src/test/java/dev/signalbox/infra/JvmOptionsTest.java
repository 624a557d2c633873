package dev.signalbox.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    @Test
    void functionsStartFastAndThoseThatWorkOnDataKeepBothCompilers() {
        Set<String> onData =
                Set.of("Ingest", "Validate", "Repair", "Prepare", "Train", "Evaluate", "Blend", "Gate", "Predict");
        Deployment.dev().resources("AWS::Lambda::Function").values().forEach(function -> {
            String handler = function.path("Handler").asText();
            String stage = handler.substring(handler.lastIndexOf('.') + 1).replace("Handler", "");
            String options =
                    function.at("/Environment/Variables/JAVA_TOOL_OPTIONS").asText();

            assertThat(options.split(" ", -1))
                    .as(stage)
                    .contains(
                            "-XX:+UseSerialGC",
                            "-Djdk.reflect.useNativeAccessorOnly=true",
                            "--sun-misc-unsafe-memory-access=allow",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.library.path=/var/task/lib");
            assertThat(options.contains("-XX:TieredStopAtLevel=1")).as(stage).isEqualTo(!onData.contains(stage));
        });
    }
}
