package dev.signalbox.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.agent.decide.DecideHandler;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.Snapshot;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of a primed process answers as any other.
class SnapshotTest {
    @TempDir
    Path folder;

    @Test
    void answersAnEventAfterTheSnapshotAsBefore() throws Exception {
        String before = answer("before");

        Snapshot.takeAndRestore();

        assertThat(answer("after")).isEqualTo(before);
    }

    /// What is decided; the record of it names files of the store.
    private String answer(String name) throws Exception {
        TestEnvironment environment = new TestEnvironment(Files.createDirectory(folder.resolve(name)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DecideHandler(environment.stage())
                .handleRequest(new ByteArrayInputStream(new SharedEvents("decide").request("data")), out, null);
        JsonNode answer = SharedEvents.withoutUsage(out.toByteArray());
        assertThat(answer.path("action").isObject()).isTrue();
        return answer.path("action").toString() + answer.path("actionDigest");
    }
}
