package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody stops a run politely, as ctrl-C does: its last words say how to go on, and it goes on.
class InterruptedRunTest {
    @TempDir
    Path folder;

    @Test
    void saysHowToGoOnAndGoesOn() throws IOException, InterruptedException {
        Path workspace = folder.resolve("workspace");
        SpawnedRun run = SpawnedRun.of("run", Commands.PENGUINS, "--target", "species", "--workspace", workspace);
        run.awaitStates(1);
        run.process().toHandle().destroy();
        String words = run.lines()
                .lines()
                .filter(line -> line.contains("interrupted"))
                .findFirst()
                .orElseThrow();
        run.process().waitFor();

        assertThat(words).startsWith("signalbox: interrupted; what is finished is kept. To go on: signalbox resume ");
        Object[] resume =
                words.substring(words.indexOf("signalbox resume ") + 10).split(" ");
        CommandLineRun resumed = CommandLineRun.of(resume);
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.out()).startsWith("promoted");
    }
}
