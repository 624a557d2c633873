package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong words on the command line: exit code 2, and two lines that say which and what instead.
class UsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rn                                | There is no command 'rn'. Did you mean run?",
                "rolback --pipeline p              | There is no command 'rolback'. Did you mean rollback?",
                "frobnicate                        | There is no command 'frobnicate'.",
                "asl chek                          | There is no command 'chek'. Did you mean check?",
                "\"\"                                | Which command?",
                "asl                               | Which: validate, run or check?",
                "run d.csv --targt y               | There is no option '--targt'. Did you mean --target?",
                "run d.csv --frobnicate            | There is no option '--frobnicate'.",
                "run d.csv e.csv --target y        | 'e.csv' is one word too many.",
                "run --target y                    | Name the data once",
                "run d.csv --train e.csv           | Name the data once",
                "run --holdout e.csv --target y    | Name the data once",
                "run d.csv --target y --metric roc | 'roc' is none of roc_auc, pr_auc, log_loss",
                "run d.csv --target y --metric roc_auk | Did you mean roc_auc?",
                "run d.csv --target y --task two   | 'two' is none of binary, multiclass, regression.",
                "run d.csv --target y --seed x     | 'x' is not a whole number.",
                "rollback --pipeline p --to one    | 'one' is not a whole number.",
                "predict d.csv                     | Missing required option: '--pipeline=NAME'",
                "show                              | Missing required parameter: 'RUN'",
                "resume                            | Missing required parameter: 'RUN'"
            })
    void saysWhatIsWrongAndWhereToReadMore(String words, String message) {
        CommandLineRun run = CommandLineRun.of(words.isEmpty() ? new Object[0] : words.split(" +"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("signalbox: ").contains(message).contains("--help explains the command.");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void asksForTheTargetThatAConfigurationLacks() throws IOException {
        Path config = Files.writeString(folder.resolve("p.yaml"), "name: p\n");

        CommandLineRun run = CommandLineRun.of("run", Commands.PENGUINS, "--config", config);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("target").contains("p.yaml");
    }

    @Test
    void asksForTheTargetOfAFileWithoutAConfiguration() throws IOException {
        Path copy = Files.copy(Commands.PENGUINS, folder.resolve("penguins.csv"));

        CommandLineRun run = CommandLineRun.of("run", copy);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("Which column is to be predicted? Say --target COLUMN; signalbox init")
                .contains("lists the columns");
        assertThat(folder).isDirectoryNotContaining("glob:**.signalbox");
    }

    @Test
    void tellsAMachineInJson() {
        CommandLineRun run = CommandLineRun.of("run", "--json", "d.csv", "--targt", "y");

        assertThat(run.json().at("/error/message").asText()).contains("--target");
        assertThat(run.json().at("/error/hint").asText()).contains("--help");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void helpShowsTheWordsThatFilesUseToo() {
        CommandLineRun help = CommandLineRun.of("run", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("roc_auc, pr_auc").contains("Examples:").doesNotContain("ROC_AUC");
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String command : List.of(
                "run",
                "resume",
                "approve",
                "runs",
                "show",
                "decisions",
                "models",
                "rollback",
                "predict",
                "report",
                "init",
                "doctor",
                "asl")) {
            assertThat(CommandLineRun.of(command, "--help").out())
                    .as(command)
                    .contains("Example", "signalbox " + command);
        }
    }
}
