package dev.signalbox.asl.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.asl.InvalidDefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a real process at random points, again and again, and looks whether anything is lost.
class KillTest {

    private static final int KILLS = 20;
    private static final long SEED = 20260101;

    @TempDir
    Path folder;

    @Test
    void anExecutionThatIsKilledAtAnyPointEndsAsIfItHadNeverBeen()
            throws IOException, InterruptedException, InvalidDefinitionException {
        Path calm = Files.createDirectory(folder.resolve("calm"));
        JsonNode expected = KilledProcess.result(KilledProcess.run(calm));
        Random random = new Random(SEED);
        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            assertThat(round).as("rounds that were needed for %d kills", kills).isLessThan(KILLS);
            Path stormy = Files.createDirectory(folder.resolve("stormy-" + round));
            kills += storm(stormy, random);
            JsonNode result = JsonMapper.builder()
                    .build()
                    .readTree(stormy.resolve("result.json").toFile());
            assertThat(result.get("status")).isEqualTo(expected.get("status"));
            assertThat(result.get("output").toString())
                    .isEqualTo(expected.get("output").toString());
            assertThat(history(result)).isEqualTo(history(expected));
            assertCompletedWorkIsNotRepeated(calm, stormy);
        }
    }

    /// Starts the process and kills it until it has come through: some milliseconds after it has begun to
    /// work, or now and then while it still starts.
    private static int storm(Path stormy, Random random) throws IOException, InterruptedException {
        int kills = 0;
        Path ready = stormy.resolve("ready");
        while (!Files.exists(stormy.resolve("result.json"))) {
            Files.deleteIfExists(ready);
            Process process = process(stormy);
            boolean early = random.nextInt(10) == 0;
            while (!early && !Files.exists(ready) && process.isAlive()) {
                process.waitFor(1, TimeUnit.MILLISECONDS);
            }
            if (!process.waitFor(10 + random.nextInt(300), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                kills++;
            }
            assertThat(kills)
                    .as("kills of one execution; its output: %s", Files.readString(stormy.resolve("output.txt")))
                    .isLessThan(200);
        }
        return kills;
    }

    private static Process process(Path stormy) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), KilledProcess.class.getName(), stormy.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(stormy.resolve("output.txt").toFile())
                .start();
    }

    /// Only one event order is not decided by the machine: how its two branches interleave.
    private static List<String> history(JsonNode result) {
        List<String> lines = new ArrayList<>();
        result.get("history").forEach(line -> lines.add(line.textValue()));
        int from = lines.indexOf("ParallelStateStarted null ") + 1;
        int to = lines.indexOf("ParallelStateSucceeded null ");
        Collections.sort(lines.subList(from, to));
        return lines;
    }

    /// At most the calls under way at a kill are made once more; the counter that was completed is not.
    private static void assertCompletedWorkIsNotRepeated(Path calm, Path stormy) throws IOException {
        List<String> made = Files.readAllLines(stormy.resolve("calls.txt"));
        assertThat(made).containsAll(Files.readAllLines(calm.resolve("calls.txt")));
        for (int i = 1; i < 6; i++) {
            assertThat(made.lastIndexOf("count-" + (i - 1))).isLessThan(made.indexOf("count-" + i));
            assertThat(made.lastIndexOf("map-" + (i - 1 > 3 ? 3 : i - 1)))
                    .isLessThan(made.indexOf("map-" + (i > 4 ? 4 : i)));
        }
    }
}
