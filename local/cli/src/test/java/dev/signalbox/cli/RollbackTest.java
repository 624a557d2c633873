package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// `rollback`: an earlier champion returns.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollbackTest {
    @TempDir
    static Path folder;

    private static Commands commands;
    private static Path rows;

    @BeforeAll
    static void promoteTwice() throws IOException {
        commands = new Commands(folder.resolve("workspace"));
        rows = write("first.csv", 300, 1.5);
        for (Path data : List.of(rows, write("second.csv", 3_000, 0.2))) {
            CommandLineRun run = commands.json("run", data, "--target", "y", "--pipeline", "p");
            assertThat(run.json().path("outcome").asText()).as(run.out()).isEqualTo("promoted");
        }
    }

    @Test
    @Order(1)
    void goesBackOneVersion() throws IOException {
        List<String> before = scores();

        CommandLineRun back = commands.text("rollback", "--pipeline", "p", "--reason", "version 2 drifts");

        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.out()).contains("p is at version 3 now, the model of version 1.");
        assertThat(commands.json("models").json().at("/models/0/restores").asInt())
                .isEqualTo(1);
        assertThat(scores()).isNotEqualTo(before);
        assertThat(folder.resolve("workspace/logs/alerts.log"))
                .content()
                .contains("p was rolled back")
                .contains("version 2 drifts");
    }

    @Test
    @Order(2)
    void goesToTheVersionThatIsNamed() {
        CommandLineRun forth = commands.json("rollback", "--pipeline", "p", "--to", "2");

        assertThat(forth.json().path("version").asInt()).isEqualTo(4);
        assertThat(forth.json().path("restoredVersion").asInt()).isEqualTo(2);
    }

    @Test
    @Order(3)
    void listsTheVersionsWhereTheNamedOneDoesNotExist() {
        CommandLineRun refused = commands.text("rollback", "--pipeline", "p", "--to", "9");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("Pipeline p has no version 9.").contains("It has 1, 2, 3, 4");
    }

    @Test
    @Order(4)
    void saysThatThereIsNothingToGoBackTo() {
        CommandLineRun refused = commands.text("rollback", "--pipeline", "q");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("The pipeline q has no version to go back to.");
    }

    private static List<String> scores() throws IOException {
        Path out = folder.resolve("scores.csv");
        commands.json("predict", rows, "--pipeline", "p", "--out", out);
        return Files.readAllLines(out);
    }

    private static Path write(String name, int count, double noise) throws IOException {
        Random chance = new Random(count);
        List<String> lines = new ArrayList<>(List.of("a,b,y"));
        for (int i = 0; i < count; i++) {
            double a = chance.nextGaussian();
            double b = chance.nextGaussian();
            lines.add(a + "," + b + "," + (2 * a - b + noise * chance.nextGaussian() > 0 ? "yes" : "no"));
        }
        return Files.write(folder.resolve(name), lines);
    }
}
