package dev.signalbox.model.learn;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Native libraries that lie as files in a folder of `java.library.path`, as they do in a function's zip,
/// whose `lib/` Lambda puts on it. Loaded from there, nothing is unpacked at a start.
final class NativeFiles {
    private static final String OPEN_MP = "libgomp.so.1";

    private NativeFiles() {}

    /// A file of that name, or null where no folder has one.
    static @Nullable Path find(String name) {
        for (String folder : System.getProperty("java.library.path", "").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isRegularFile(file)) {
                return file.toAbsolutePath();
            }
        }
        return null;
    }

    /// Loads a learner's library, and before it the OpenMP runtime that lies beside it, if one does. The
    /// learner asks for that by its name, which the system answers with what is loaded already; where it
    /// would find it otherwise depends on how the process was started.
    // Native access is what this class is for; the launcher, the functions and the tests allow it.
    @SuppressWarnings("restricted")
    static void load(Path library) {
        Path openMp = library.resolveSibling(OPEN_MP);
        if (Files.isRegularFile(openMp)) {
            System.load(openMp.toString());
        }
        System.load(library.toString());
    }
}
