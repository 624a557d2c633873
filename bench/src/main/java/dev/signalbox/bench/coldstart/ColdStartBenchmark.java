package dev.signalbox.bench.coldstart;

import dev.signalbox.bench.figures.Spread;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Starts every function of [Function] by turns in every [Variant], each time as a new process, and prints
/// from the start of the process to the first answer, with the share of each phase.
public final class ColdStartBenchmark {
    private static final int ROUNDS = 7;
    private static final String CLIENT = "jni/libaws-lambda-jni.linux-x86_64.so";

    private ColdStartBenchmark() {}

    /// Prints the figures; ends with status 1 when a function's median with an AOT cache is over its limit.
    ///
    /// @param arguments the number of rounds, if another than 7
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        Path home = Path.of(System.getProperty("signalbox.home", ".")).toAbsolutePath();
        FunctionProcess processes = new FunctionProcess(home, prepared(home));
        Map<String, List<ColdStart>> measured = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Function function : Function.ALL) {
                for (Variant variant : Variant.ALL) {
                    ColdStart start = processes.measure(function, variant);
                    if (round > 0) { // The first fills the system's file cache.
                        measured.computeIfAbsent(key(function, variant), _ -> new ArrayList<>())
                                .add(start);
                    }
                }
            }
        }
        out.println(
                "| function | variant | total ms (least to greatest) | JVM | start | first call | processor | limit |");
        out.println("|---|---|---|---|---|---|---|---|");
        boolean within = true;
        for (Function function : Function.ALL) {
            for (Variant variant : Variant.ALL) {
                List<ColdStart> starts = measured.getOrDefault(key(function, variant), List.of());
                out.println(row(function, variant, starts));
                within &= !variant.cached() || total(starts).median() <= function.limitMillis();
            }
        }
        System.exit(within ? 0 : 1);
    }

    private static String key(Function function, Variant variant) {
        return function.name() + " " + variant.name();
    }

    private static Spread total(List<ColdStart> starts) {
        return Spread.of(starts, ColdStart::total);
    }

    private static String row(Function function, Variant variant, List<ColdStart> starts) {
        return String.format(
                Locale.ROOT,
                "| %s %s | %s | %.0f (%.0f to %.0f) | %.0f | %.0f | %.0f | %.0f | %s |",
                function.module(),
                function.name(),
                variant.name(),
                total(starts).median(),
                total(starts).least(),
                total(starts).greatest(),
                Spread.of(starts, ColdStart::jvm).median(),
                Spread.of(starts, ColdStart::start).median(),
                Spread.of(starts, ColdStart::invoke).median(),
                Spread.of(starts, ColdStart::processor).median(),
                variant.snapshot() ? "" : Integer.toString(function.limitMillis()));
    }

    /// A folder with the zips unpacked, and the client's own library as a file.
    private static Path prepared(Path home) throws IOException {
        Path work = Files.createTempDirectory("cold-start");
        for (String module : List.of("data", "model", "agent", "registry")) {
            unpack(home.resolve("functions/" + module + "/target/signalbox-" + module + "-lambda.zip"), module, work);
        }
        try (InputStream library = ColdStartBenchmark.class.getClassLoader().getResourceAsStream(CLIENT)) {
            if (library == null) {
                throw new IOException("The runtime interface client has no " + CLIENT);
            }
            Files.copy(library, work.resolve("client.so"));
        }
        return work;
    }

    private static void unpack(Path zip, String module, Path work) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = work.resolve(module).resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
    }
}
