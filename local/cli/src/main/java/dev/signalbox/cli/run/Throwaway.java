package dev.signalbox.cli.run;

import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.failure.ResourceExhausted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A workspace for one question, in a temporary folder that is gone afterwards.
final class Throwaway {
    private Throwaway() {}

    /// What the work answers.
    ///
    /// Raises [ResourceExhausted] when no temporary folder can be made.
    static <T> T workspace(Function<LocalRuns, T> work) {
        try {
            Path folder = Files.createTempDirectory("signalbox-look-");
            try (LocalRuns runs = new LocalRuns(new Workspace(folder).create(), Installation.current())) {
                return work.apply(runs);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new ResourceExhausted("No temporary folder can be made.", "Free some space.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
