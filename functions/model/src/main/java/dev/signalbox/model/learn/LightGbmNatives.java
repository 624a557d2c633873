package dev.signalbox.model.learn;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Loads LightGBM's native libraries from its jar, once a process.
///
/// Not by lightgbm4j's own loader: that unpacks them to one fixed file in the folder for temporary files, so
/// that a second process which starts meanwhile cuts the file under the first one's feet, and the first one
/// dies of SIGBUS.
final class LightGbmNatives {
    private static boolean loaded;

    private LightGbmNatives() {}

    static synchronized void load() throws IOException {
        if (loaded) {
            return;
        }
        Path folder = Files.createTempDirectory("signalbox-lightgbm");
        // The second needs the first, which the loader of the system then finds by its name.
        for (String library : List.of("lib_lightgbm", "lib_lightgbm_swig")) {
            loadFrom(folder, library + suffix());
        }
        if (!folder.toFile().delete()) {
            folder.toFile().deleteOnExit();
        }
        loaded = true;
    }

    // Native access is what this class is for; the launcher, the functions and the tests allow it.
    @SuppressWarnings("restricted")
    private static void loadFrom(Path folder, String name) throws IOException {
        String resource = "lightgbm4j/" + system() + "/" + architecture() + "/" + name;
        Path file = folder.resolve(name);
        try (InputStream in = lightgbmlibJNI.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnsatisfiedLinkError("the jar of lightgbm4j has no " + resource);
            }
            Files.copy(in, file);
        }
        System.load(file.toString());
        // A loaded file may go at once on Unix and leaves nothing behind whatever becomes of the process.
        if (!file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("win") ? "windows" : name.startsWith("mac") ? "osx" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") || name.equals("arm64") ? "aarch64" : "x86_64";
    }

    private static String suffix() {
        return switch (system()) {
            case "windows" -> ".dll";
            case "osx" -> ".dylib";
            default -> ".so";
        };
    }
}
