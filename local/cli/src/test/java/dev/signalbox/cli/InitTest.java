package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.runtime.config.PipelineYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `init` writes a `pipeline.yaml` that then runs.
class InitTest {
    @TempDir
    Path folder;

    private Commands commands;
    private Path data;
    private Path yaml;

    @BeforeEach
    void open() throws IOException {
        commands = new Commands(folder.resolve("workspace"));
        data = Files.copy(Commands.PENGUINS, folder.resolve("penguins.csv"));
        yaml = folder.resolve("pipeline.yaml");
    }

    @Test
    void writesWhatThenRuns() {
        CommandLineRun init = commands.text("init", data, "--target", "species");

        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.out()).contains("wrote " + yaml).contains("signalbox run " + data);
        assertThat(yaml).content().contains("#   bill_length_mm: number, 2 missing, 164 distinct");
        CommandLineRun run = commands.json("run", folder);
        assertThat(run.json().path("outcome").asText()).as(run.out()).isEqualTo("promoted");
        assertThat(run.json().path("pipeline").asText()).isEqualTo("penguins");
    }

    @Test
    void looksWithoutLeavingAWorkspace() {
        commands.text("init", data, "--target", "species");

        assertThat(folder.resolve("workspace")).doesNotExist();
        assertThat(folder.resolve(".signalbox")).doesNotExist();
    }

    @Test
    void saysThatItTookTheLastColumnForTheTarget() {
        assertThat(commands.text("init", data).out()).contains("it predicts the last column, year");
        assertThat(yaml).content().contains("target: \"year\" # the last column");
    }

    @Test
    void writesCommentsThatAreMembersWhenUncommented() throws IOException {
        commands.text("init", data, "--target", "species");
        String text = Files.readString(yaml);
        int options = text.indexOf("# ignoredColumns");
        String uncommented = text.substring(options).replaceAll("(?m)^# ", "").replaceAll("(?m)^ +column: date.*$", "");
        Files.writeString(yaml, text.substring(0, options) + uncommented);

        PipelineConfig config = PipelineYaml.read(yaml);

        assertThat(config.budget()).isEqualTo(PipelineConfig.of("p", "y").budget());
        assertThat(config.metric()).isNotNull();
        assertThat(config.gate().minimum()).hasSize(1);
    }

    @Test
    void keepsAFileThatExists() throws IOException {
        Files.writeString(yaml, "mine");

        CommandLineRun refused = commands.text("init", data);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(yaml + " exists.").contains("--force");
        assertThat(yaml).hasContent("mine");
        assertThat(commands.text("init", data, "--force").exitCode()).isZero();
        assertThat(yaml).content().contains("penguins.csv");
    }

    @Test
    void namesTheNearestColumn() {
        CommandLineRun refused = commands.text("init", data, "--target", "specis");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("Did you mean species?").contains("The columns are: species, island");
        assertThat(yaml).doesNotExist();
    }

    @Test
    void takesNamesFromTheDataForNamesOnly() throws IOException {
        String evil = "x\u2028target: a\u0085name: b \"#";
        Path hostile = folder.resolve("my data, v2.csv");
        Files.writeString(hostile, "\"" + evil.replace("\"", "\"\"") + "\",b\n1,2\n3,4\n");

        CommandLineRun init = commands.text("init", hostile, "--target", evil);

        assertThat(init.exitCode()).as(init.err()).isZero();
        PipelineConfig config = PipelineYaml.read(yaml);
        assertThat(config.target()).isEqualTo(evil);
        assertThat(config.name()).isEqualTo("my-data-v2");
        assertThat(config.source()).isEqualTo("my data, v2.csv");
    }
}
