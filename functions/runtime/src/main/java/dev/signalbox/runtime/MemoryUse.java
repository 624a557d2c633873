package dev.signalbox.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Memory of this process.
///
/// @param usedMb now
/// @param limitMb that it may use
record MemoryUse(long usedMb, long limitMb) {
    /// Source: proc(5), `VmRSS: 123456 kB` is what the process holds of the machine's memory.
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final String RESIDENT = "VmRSS:";
    private static final int KB_PER_MB = 1_024;
    private static final int BYTES_TO_MB = 20;

    /// On AWS all of the process and the function's memory; on a laptop, where the machine's memory limits
    /// little, the heap and its limit.
    ///
    /// @param functionMb of the function; 0 on a laptop
    static MemoryUse now(int functionMb) {
        Runtime jvm = Runtime.getRuntime();
        long heapMb = (jvm.totalMemory() - jvm.freeMemory()) >> BYTES_TO_MB;
        return functionMb == 0
                ? new MemoryUse(heapMb, jvm.maxMemory() >> BYTES_TO_MB)
                : new MemoryUse(residentMb(heapMb), functionMb);
    }

    private static long residentMb(long otherwise) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .map(kb -> kb / KB_PER_MB)
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException _) {
            return otherwise;
        }
    }
}
