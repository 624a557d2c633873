package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that are full or cannot be written, made in a mount namespace of the test's own, which needs no
/// rights where the system lets users have namespaces.
class BrokenDiskTest {
    @TempDir
    Path folder;

    private Path workspace;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        workspace = Files.createDirectory(folder.resolve("workspace"));
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/unshare"))
                        && script("mount -t tmpfs tmpfs $ws").exitCode() == 0,
                "this system gives the user no mount namespace");
    }

    @Test
    void aFullDiskIsNamedAndTheRunGoesOnWhenThereIsSpace() throws IOException, InterruptedException {
        Said said = script("""
                mount -t tmpfs -o size=700k tmpfs $ws
                "$@" run $data --target species --quiet --workspace $ws; echo "run: $?"
                echo "half-written: $(find $ws -name '.tmp-*' | wc -l)"
                mount -o remount,size=32m $ws
                "$@" resume penguins --quiet --workspace $ws; echo "resume: $?"
                """);

        assertThat(said.text())
                .contains("run: 1", "half-written: 0", "resume: 0", "promoted    Candidate")
                .contains("that the disk has room", "go on with signalbox resume")
                .doesNotContain("defect", "\tat ");
    }

    @Test
    void aFullDiskOfArtifactsIsNamed() throws IOException, InterruptedException {
        Said said = script("""
                mkdir $ws/artifacts
                mount -t tmpfs -o size=60k tmpfs $ws/artifacts
                "$@" run $data --target species --quiet --workspace $ws; echo "run: $?"
                echo "half-written: $(find $ws -name '.tmp-*' | wc -l)"
                mount -o remount,size=32m $ws/artifacts
                "$@" run $data --target species --quiet --workspace $ws; echo "again: $?"
                """);

        assertThat(said.text())
                .contains("The disk is full; ", "Free some space; nothing half-written is left.")
                .contains("run: 1", "half-written: 0", "again: 0", "promoted    Candidate")
                .doesNotContain("defect", "\tat ");
    }

    @Test
    void aWorkspaceThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
        Said said = script("""
                mount --bind $ws $ws
                mount -o remount,ro,bind $ws
                "$@" run $data --target species --quiet --workspace $ws; echo "run: $?"
                "$@" doctor --workspace $ws; echo "doctor: $?"
                """);

        assertThat(said.text())
                .contains("The workspace " + workspace + " cannot be written: ", "--workspace DIR", "run: 1")
                .contains("bad  workspace: " + workspace + " cannot be written", "doctor: 1")
                .doesNotContain("defect", "\tat ");
        assertThat(workspace).isEmptyDirectory();
    }

    /// Runs a script with `$ws`, `$data` and, as `"$@"`, the command line.
    private Said script(String text) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "/usr/bin/unshare",
                "--map-root-user",
                "--mount",
                "/bin/bash",
                "-c",
                "ws=" + workspace + " data=" + Commands.PENGUINS + "\n" + text,
                "bash"));
        words.addAll(SpawnedRun.command());
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), said);
    }

    private record Said(int exitCode, String text) {}
}
