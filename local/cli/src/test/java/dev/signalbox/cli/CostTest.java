package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.cost.Billed;
import dev.signalbox.cli.cost.DataSize;
import dev.signalbox.cli.cost.Estimate;
import dev.signalbox.cli.cost.Prices;
import dev.signalbox.cli.cost.RunUse;
import dev.signalbox.runtime.StageName;
import dev.signalbox.runtime.StageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostTest {
    private static final Map<String, Long> SIZES =
            new TreeMap<>(Map.of("1 MB", 1_000_000L, "150 MB", 150_000_000L, "400 MB", 400_000_000L));

    @TempDir
    Path folder;

    @Test
    void aBillIsQuantitiesTimesPrices() {
        JsonNode estimate = cost("--rows", 1_000_000, "--columns", 20, "--runs", 10, "--region", "us-east-1")
                .json();

        double gbSeconds = 0;
        for (JsonNode stage : estimate.path("stages")) {
            gbSeconds +=
                    stage.path("seconds").asDouble() * stage.path("memoryMb").asDouble() / 1_024;
        }
        assertThat(usd(estimate.path("run"), Billed.LAMBDA_GB_SECOND))
                .isEqualTo(gbSeconds * 0.0000166667, within(1e-9));
        assertThat(usd(estimate.path("month"), Billed.LAMBDA_GB_SECOND))
                .isEqualTo(10 * gbSeconds * 0.0000166667, within(1e-8));
        assertThat(estimate.path("monthUsd").asDouble())
                .isGreaterThan(10 * estimate.path("runUsd").asDouble());
    }

    @Test
    void memoryIsThatOfTheDeployedFunctions() {
        cost("--bytes", 1_000_000).json().path("stages").forEach(stage -> {
            StageName name = StageName.valueOf(stage.path("stage").asText().toUpperCase(Locale.ROOT));
            assertThat(stage.path("memoryMb").asInt())
                    .isEqualTo(StageSize.of(name).memoryMb());
        });
    }

    @Test
    void aRealRunIsTakenByItsSeconds() {
        Commands commands = new Commands(folder.resolve("w"));
        String run = commands.json("run", Commands.PENGUINS, "--target", "species")
                .json()
                .path("runId")
                .asText();

        JsonNode estimate = commands.json("cost", "--run", run).json();

        assertThat(estimate.path("stages").findValuesAsText("stage")).contains("ingest", "train", "gate", "report");
        assertThat(estimate.path("runUsd").asDouble()).isPositive();
        assertThat(usd(estimate.path("month"), Billed.S3_STORAGE)).isPositive();
    }

    @Test
    void aTableOfTheUsersOwnReplacesOurs() throws IOException {
        Path table = Files.writeString(
                folder.resolve("prices.json"), cost("--print-prices").out().replace("\"us-east-1\"", "\"moon-1\""));

        assertThat(cost("--bytes", 1_000_000, "--prices", table, "--region", "moon-1")
                        .exitCode())
                .isZero();
        assertThat(cost("--bytes", 1_000_000, "--prices", table, "--region", "moon-2")
                        .err())
                .contains("no prices for 'moon-2'", "Did you mean moon-1?");
    }

    @Test
    void aTableThatLacksAPriceSaysWhich() throws IOException {
        Path table = Files.writeString(
                folder.resolve("prices.json"), Prices.text().replace("\"s3GbMonth\"", "\"s3GbYear\""));

        assertThat(cost("--bytes", 1_000_000, "--prices", table).err())
                .contains("a price of 0 or more for 's3GbMonth'");
    }

    @Test
    void oneQuestionAtATime() {
        assertThat(cost().exitCode()).isEqualTo(2);
        assertThat(cost("--rows", 5).exitCode()).isEqualTo(2);
        assertThat(cost("--bytes", 5, "--run", "x").exitCode()).isEqualTo(2);
        assertThat(cost("--bytes", 0).exitCode()).isEqualTo(2);
    }

    @Test
    void whatTheFunctionsCannotHoldIsSaid() {
        assertThat(cost("--bytes", 2_000_000_000L).err()).contains("cannot hold so much");
        assertThat(cost("--bytes", 400_000_000L).err()).isEmpty();
    }

    @Test
    void thePageHasTheFiguresOfTheProgram() throws IOException {
        String page = Files.readString(Commands.ROOT.resolve("docs/cost.md"));

        for (String region : List.of("eu-central-1", "us-east-1")) {
            SIZES.forEach((name, bytes) -> assertThat(page).contains(row(region, name, bytes)));
        }
    }

    private static String row(String region, String name, long bytes) {
        RunUse use = DataSize.ofBytes(bytes).run();
        StringBuilder row = new StringBuilder("| " + region + " | " + name + " | ");
        row.append(String.format(
                Locale.ROOT, "%.4f", Estimate.of(use, 1, region, Prices.ours()).runUsd()));
        for (int runs : List.of(0, 30, 1_000)) {
            row.append(String.format(
                    Locale.ROOT,
                    " | %.2f",
                    Estimate.of(use, runs, region, Prices.ours()).monthUsd()));
        }
        return row.append(" |").toString();
    }

    private static double usd(JsonNode lines, Billed billed) {
        for (JsonNode line : lines) {
            if (line.path("price").asText().equals(billed.key())) {
                return line.path("usd").asDouble();
            }
        }
        throw new AssertionError(billed + " is not in " + lines);
    }

    private static CommandLineRun cost(Object... words) {
        List<Object> all = new ArrayList<>(List.of("cost", "--json"));
        all.addAll(List.of(words));
        return CommandLineRun.of(all.toArray());
    }
}
