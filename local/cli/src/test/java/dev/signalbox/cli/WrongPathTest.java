package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files, folders and workspaces that are not there or are something else.
class WrongPathTest {
    @TempDir
    Path folder;

    private Commands commands;
    private Path data;

    @BeforeEach
    void open() throws IOException {
        commands = new Commands(folder.resolve("workspace"));
        data = Files.copy(Commands.PENGUINS, folder.resolve("penguins.csv"));
    }

    @Test
    void namesTheNearestFileAndMakesNoWorkspace() {
        CommandLineRun run = commands.text("run", folder.resolve("pengins.csv"), "--target", "species");

        refused(run, "There is no file " + folder.resolve("pengins.csv") + ". Did you mean " + data + "?");
        assertThat(run.err()).contains("taken from the current folder, ");
        assertThat(folder.resolve("workspace")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict %s --pipeline p", "init %s", "run --train %s --target y", "run %s --target y"})
    void sayThatAFileIsMissing(String words) {
        Path missing = folder.resolve("nothing-of-the-kind.parquet");

        CommandLineRun run = commands.text((Object[]) words.formatted(missing).split(" "));

        refused(run, "There is no file " + missing + ".");
        assertThat(run.err()).doesNotContain("Did you mean");
    }

    @Test
    void sayThatTheHoldoutIsMissing() {
        Path missing = folder.resolve("test.csv");

        refused(
                commands.text("run", "--train", data, "--holdout", missing, "--target", "species"),
                "There is no file " + missing + ".");
    }

    @Test
    void explainAFolderWithoutAPipeline() {
        CommandLineRun run = commands.text("run", folder, "--target", "species");

        refused(run, folder + " is a folder without a pipeline.yaml.");
        assertThat(run.err()).contains("signalbox init FILE");
    }

    @Test
    void explainAPipelineWithoutASource() throws IOException {
        Files.writeString(folder.resolve("pipeline.yaml"), "name: p\ntarget: species\n");

        refused(commands.text("run", folder), "does not name its source");
    }

    @Test
    void explainAPipelineWhoseSourceIsMissing() throws IOException {
        Files.writeString(folder.resolve("pipeline.yaml"), "name: p\ntarget: species\nsource: penguin.csv\n");

        refused(commands.text("run", folder), "There is no file " + folder.resolve("penguin.csv") + ". Did you mean");
    }

    @Test
    void explainAnUnknownMemberOfAPipelineByItsLine() throws IOException {
        Files.writeString(folder.resolve("pipeline.yaml"), "name: p\ntarget: species\nmetrc: roc_auc\n");

        CommandLineRun run = commands.text("run", data);

        refused(run, "metrc");
        assertThat(run.err()).contains("line 3").contains("metric");
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict %s --pipeline p", "init %s"})
    void explainAFolderInPlaceOfAFile(String words) {
        refused(
                commands.text((Object[]) words.formatted(folder).split(" ")),
                folder + " is a folder; expected a data file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "models", "show r", "resume r", "rollback --pipeline p"})
    void explainAWorkspaceThatIsMissing(String words) {
        CommandLineRun run = commands.text((Object[]) words.split(" "));

        refused(run, "There is no workspace at " + folder.resolve("workspace") + ".");
        assertThat(run.err()).contains("--workspace DIR");
    }

    @Test
    void explainAWorkspaceThatIsAFile() throws IOException {
        Files.createFile(folder.resolve("workspace"));

        CommandLineRun run = commands.text("run", data, "--target", "species");

        failed(run, "The workspace " + folder.resolve("workspace") + " cannot be written");
        assertThat(run.err()).contains("--workspace DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "run DATA --target species"})
    void explainALedgerThatIsNone(String words) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("workspace")).resolve("ledger.db"), "no database");

        CommandLineRun run =
                commands.text((Object[]) words.replace("DATA", data.toString()).split(" "));

        failed(run, "The database " + folder.resolve("workspace/ledger.db") + " cannot be opened");
        assertThat(run.err()).doesNotContain("defect");
    }

    private static void refused(CommandLineRun run, String message) {
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(2);
        told(run, message);
    }

    private static void failed(CommandLineRun run, String message) {
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(1);
        told(run, message);
    }

    private static void told(CommandLineRun run, String message) {
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("signalbox: ").contains(message).doesNotContain("\tat ");
    }
}
