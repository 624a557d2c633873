package dev.signalbox.runtime.duckdb;

import dev.signalbox.contract.Require;
import dev.signalbox.runtime.StageEnvironment;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

/// Bounds of a session.
///
/// @param threads 1 or more; results and files do not depend on it
/// @param memoryLimitMb what DuckDB may hold before it spills to the temporary folder, 64 or more
/// @param temporaryFolder made when the first block is spilled, removed when the session closes
public record DuckSettings(int threads, long memoryLimitMb, Path temporaryFolder) {
    /// On a laptop: together with a JVM heap of about 256 MB a stage stays below 1 GiB.
    private static final long LAPTOP_MEMORY_MB = 512;

    private static final long LEAST_MEMORY_MB = 64;
    private static final AtomicLong SESSIONS = new AtomicLong();

    public DuckSettings {
        Require.inRange(threads, 1, 256, "threads");
        Require.inRange(memoryLimitMb, LEAST_MEMORY_MB, 1 << 24, "memoryLimitMb");
        Require.present(temporaryFolder, "temporaryFolder");
    }

    /// As many threads as the machine has; half of a function's memory, since the JVM needs the other half.
    public static DuckSettings of(StageEnvironment environment) {
        long memoryMb = environment.memoryMb() == 0 ? LAPTOP_MEMORY_MB : environment.memoryMb() / 2;
        return new DuckSettings(
                Runtime.getRuntime().availableProcessors(),
                Math.max(LEAST_MEMORY_MB, memoryMb),
                environment
                        .scratch()
                        .resolve("duckdb-" + ProcessHandle.current().pid() + "-" + SESSIONS.incrementAndGet()));
    }

    /// The same bounds with another number of threads; 0 leaves it.
    public DuckSettings withThreads(int wanted) {
        return wanted == 0 ? this : new DuckSettings(wanted, memoryLimitMb, temporaryFolder);
    }

    /// The same bounds with another memory limit.
    public DuckSettings withMemoryLimitMb(long wanted) {
        return new DuckSettings(threads, wanted, temporaryFolder);
    }

    /// As the driver takes them.
    public Properties asProperties() {
        Properties properties = new Properties();
        properties.setProperty("threads", Integer.toString(threads));
        properties.setProperty("memory_limit", memoryLimitMb + "MiB");
        properties.setProperty(
                "temp_directory", temporaryFolder.toAbsolutePath().toString());
        properties.setProperty("preserve_insertion_order", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        return properties;
    }
}
