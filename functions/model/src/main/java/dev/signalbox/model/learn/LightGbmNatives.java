package dev.signalbox.model.learn;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Loads LightGBM's native libraries from its jar, once a process.
///
/// Not by lightgbm4j's own loader: that unpacks them to one fixed file in the folder for temporary files, so
/// that a second process which starts meanwhile cuts the file under the first one's feet, and the first one
/// dies of SIGBUS.
///
/// The library in the jar was built for SWIG, which LightGBM's build does with `-fno-strict-aliasing`: it
/// needs an eighth more time than the one in the Python package. The system property [#LIBRARY] names
/// another `lib_lightgbm` of the same interface to load in its place; the models are the same bytes.
final class LightGbmNatives {
    /// The system property that names a file of the core library to load instead of the jar's.
    static final String LIBRARY = "signalbox.lightgbm.library";

    private static boolean loaded;

    private LightGbmNatives() {}

    static synchronized void load() throws IOException {
        if (loaded) {
            return;
        }
        Path folder = Files.createTempDirectory("signalbox-lightgbm");
        // The second needs the first, which the loader of the system then finds by its name.
        for (String library : List.of("lib_lightgbm", "lib_lightgbm_swig")) {
            loadFrom(folder, library + suffix(), library.equals("lib_lightgbm") ? System.getProperty(LIBRARY) : null);
        }
        if (!folder.toFile().delete()) {
            folder.toFile().deleteOnExit();
        }
        loaded = true;
    }

    // Native access is what this class is for; the launcher, the functions and the tests allow it.
    @SuppressWarnings("restricted")
    private static void loadFrom(Path folder, String name, @Nullable String other) throws IOException {
        Path file = folder.resolve(name);
        if (other == null) {
            unpack("lightgbm4j/" + system() + "/" + architecture() + "/" + name, file);
        } else if (Files.isRegularFile(Path.of(other))) {
            // Under the name that the second library asks for.
            Files.copy(Path.of(other), file);
        } else {
            throw new UnsatisfiedLinkError(LIBRARY + " names " + other + ", which is no file");
        }
        System.load(file.toString());
        // A loaded file may go at once on Unix and leaves nothing behind whatever becomes of the process.
        if (!file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }

    private static void unpack(String resource, Path file) throws IOException {
        try (InputStream in = lightgbmlibJNI.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnsatisfiedLinkError("the jar of lightgbm4j has no " + resource);
            }
            Files.copy(in, file);
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
