package dev.signalbox.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runtime.snapshot.SnapshotHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crac.CheckpointException;
import org.crac.Context;
import org.crac.Resource;
import org.crac.RestoreException;

/// Does to this process what Lambda does around a snapshot of it.
public final class Snapshot extends Context<Resource> {
    private static final String REGION = "aws.region";

    private final List<Resource> resources = new ArrayList<>();

    private Snapshot() {}

    /// Runs the hook of a function before and after a snapshot, and checks that it leaves behind no
    /// connection and no file.
    public static void takeAndRestore() throws CheckpointException, RestoreException, IOException {
        List<String> filesBefore = temporaryFiles();
        long socketsBefore = sockets();
        Snapshot snapshot = new Snapshot();

        SnapshotHook.register(snapshot);
        System.setProperty(REGION, "eu-central-1"); // As every function has one; clients cannot be built without.
        try {
            snapshot.beforeCheckpoint(snapshot);
        } finally {
            System.clearProperty(REGION);
        }

        assertThat(sockets()).as("connections").isEqualTo(socketsBefore);
        assertThat(temporaryFiles()).isEqualTo(filesBefore);
        snapshot.afterRestore(snapshot);
    }

    @Override
    public void register(Resource resource) {
        resources.add(resource);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws CheckpointException {
        for (Resource resource : resources) {
            try {
                resource.beforeCheckpoint(this);
            } catch (Exception e) {
                throw (CheckpointException) new CheckpointException().initCause(e);
            }
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws RestoreException {
        for (Resource resource : resources) {
            try {
                resource.afterRestore(this);
            } catch (Exception e) {
                throw (RestoreException) new RestoreException().initCause(e);
            }
        }
    }

    private static List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("signalbox-priming"))
                    .sorted()
                    .toList();
        }
    }

    /// How many sockets this process holds; 0 where the system does not tell.
    private static long sockets() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.filter(Snapshot::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException _) {
            return false; // The one of the listing itself is gone by now.
        }
    }
}
