package dev.signalbox.model.learn;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Loads LightGBM's native libraries, once a process: from files of `java.library.path` where they are
/// there, else from its jar.
///
/// Not by lightgbm4j's own loader: that unpacks them to one fixed file in the folder for temporary files, so
/// that a second process which starts meanwhile cuts the file under the first one's feet, and the first one
/// dies of SIGBUS.
///
/// The library in the jar was built for SWIG, which LightGBM's build does with `-fno-strict-aliasing`: it
/// needs an eighth more time than the one in the Python package. The system property [#LIBRARY] names
/// another `lib_lightgbm` of the same interface to load in its place; the models are the same bytes.
final class LightGbmNatives {
    /// The system property that names a file of the core library to load instead of any other.
    static final String LIBRARY = "signalbox.lightgbm.library";

    private static boolean loaded;

    private LightGbmNatives() {}

    static synchronized void load() throws IOException {
        if (loaded) {
            return;
        }
        // The second needs the first, which the loader of the system then finds by its name.
        for (String library : List.of("lib_lightgbm", "lib_lightgbm_swig")) {
            String name = library + suffix();
            String named = library.equals("lib_lightgbm") ? System.getProperty(LIBRARY) : null;
            Path found = NativeFiles.find(name);
            if (named == null && found != null) {
                NativeFiles.load(found);
            } else {
                loadCopy(name, named);
            }
        }
        loaded = true;
    }

    /// @param named a file to load in place of the jar's
    private static void loadCopy(String name, @Nullable String named) throws IOException {
        Path folder = Files.createTempDirectory("signalbox-lightgbm");
        Path file = folder.resolve(name);
        if (named == null) {
            unpack("lightgbm4j/" + system() + "/" + architecture() + "/" + name, file);
        } else if (Files.isRegularFile(Path.of(named))) {
            // Under the name that the second library asks for.
            Files.copy(Path.of(named), file);
        } else {
            throw new UnsatisfiedLinkError(LIBRARY + " names " + named + ", which is no file");
        }
        NativeFiles.load(file);
        // A loaded file may go at once on Unix and leaves nothing behind whatever becomes of the process.
        for (Path gone : List.of(file, folder)) {
            if (!gone.toFile().delete()) {
                gone.toFile().deleteOnExit();
            }
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
