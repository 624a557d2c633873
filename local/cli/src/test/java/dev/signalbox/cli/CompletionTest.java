package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The completion script, in a real bash.
class CompletionTest {
    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void generate() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash here");
        CommandLineRun run = CommandLineRun.of("generate-completion");
        assertThat(run.exitCode()).isZero();
        script = Files.writeString(folder.resolve("completion"), run.out());
    }

    @Test
    void completesCommands() throws Exception {
        assertThat(completions("signalbox r").split("\\s+")).contains("run", "runs", "resume", "report", "rollback");
    }

    @Test
    void completesOptions() throws Exception {
        assertThat(completions("signalbox run --tar")).isEqualTo("--target");
    }

    @Test
    void completesTheWordsOfAnOption() throws Exception {
        assertThat(completions("signalbox run --metric roc")).isEqualTo("roc_auc");
    }

    /// What bash offers after a line: bash itself sets these variables before it calls the function.
    private String completions(String line) throws IOException, InterruptedException {
        String ask = """
                set -eu
                compopt() { :; }
                source "$1"
                COMP_LINE=$2; COMP_POINT=${#COMP_LINE}
                read -ra COMP_WORDS <<<"$COMP_LINE"
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                set +eu
                "$(complete -p signalbox | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
                echo "${COMPREPLY[@]}"
                """;
        Process bash = new ProcessBuilder("/bin/bash", "-c", ask, "bash", script.toString(), line)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.strip();
    }
}
