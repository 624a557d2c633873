package dev.signalbox.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// A function module's zip as the build left it.
///
/// @param module such as `model`
/// @param entries its files, folders left out
record LambdaZip(String module, List<Entry> entries) {
    static final List<String> MODULES = List.of("data", "model", "agent", "registry");

    /// @param name with folders
    /// @param bytes unpacked
    record Entry(String name, LocalDateTime changed, byte[] bytes) {
        boolean isJar() {
            return name.endsWith(".jar");
        }

        boolean isNative() {
            return NativeFormat.of(bytes) != NativeFormat.NONE;
        }
    }

    static Path file(String module) {
        return Sources.ROOT.resolve("functions/" + module + "/target/signalbox-" + module + "-lambda.zip");
    }

    static LambdaZip read(String module) {
        try (ZipFile zip = new ZipFile(file(module).toFile())) {
            List<Entry> entries = new ArrayList<>();
            for (ZipEntry entry :
                    zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.add(new Entry(entry.getName(), entry.getTimeLocal(), in.readAllBytes()));
                }
            }
            return new LambdaZip(module, entries);
        } catch (IOException e) {
            throw new UncheckedIOException("Build the zips first: mvn package", e);
        }
    }

    long unpackedBytes() {
        return entries.stream().mapToLong(entry -> entry.bytes().length).sum();
    }

    /// Names of the files in `lib/`, without the folder.
    List<String> library() {
        return entries.stream()
                .map(Entry::name)
                .filter(name -> name.startsWith("lib/"))
                .map(name -> name.substring("lib/".length()))
                .toList();
    }

    /// Native libraries inside jars, as `jar!entry`.
    List<String> nativesInsideJars() {
        List<String> found = new ArrayList<>();
        for (Entry jar : entries.stream().filter(Entry::isJar).toList()) {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar.bytes()))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (NativeFormat.of(in.readNBytes(NativeFormat.BYTES)) != NativeFormat.NONE) {
                        found.add(jar.name() + "!" + entry.getName());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    void unpackTo(Path folder) throws IOException {
        for (Entry entry : entries) {
            Path file = folder.resolve(entry.name());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.bytes());
        }
    }
}
