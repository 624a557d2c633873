package dev.signalbox.registry.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.registry.reject.RejectHandler;
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

    /// From a store of its own, whose place the answer does not show.
    private String answer(String name) throws Exception {
        TestEnvironment environment = new TestEnvironment(Files.createDirectory(folder.resolve(name)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RejectHandler(environment.stage())
                .handleRequest(new ByteArrayInputStream(new SharedEvents("reject").request("request")), out, null);
        return SharedEvents.withoutUsage(out.toByteArray()).toString().replace("/" + name + "/", "/");
    }
}
