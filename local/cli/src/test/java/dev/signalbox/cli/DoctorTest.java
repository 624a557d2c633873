package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path folder;

    @Test
    void findsEverythingThatRunsNeed() {
        CommandLineRun doctor = new Commands(folder).text("doctor");

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out().lines())
                .allMatch(line -> line.startsWith("ok "))
                .anyMatch(line -> line.contains("DuckDB: loads"))
                .anyMatch(line -> line.contains("state machine: model-pipeline is a sound definition"))
                .anyMatch(line -> line.contains("can be written"));
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        CommandLineRun doctor = new Commands(file.resolve("workspace")).text("doctor");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("bad  workspace: " + file + " is a file")
                .contains("--workspace DIR");
    }

    @Test
    void tellsAMachine() {
        CommandLineRun doctor = new Commands(folder).json("doctor");

        assertThat(doctor.json().path("healthy").asBoolean()).isTrue();
        assertThat(doctor.json().path("checks")).hasSizeGreaterThan(5);
    }
}
