package dev.signalbox.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Commands in one workspace.
///
/// @param workspace a folder that need not exist
record Commands(Path workspace) {
    static final Path ROOT = Path.of(System.getProperty("signalbox.root"));
    static final Path PENGUINS = ROOT.resolve("examples/penguins/penguins.csv");

    /// A command as a machine calls it.
    CommandLineRun json(Object... words) {
        return run(words, "--json");
    }

    /// A command as a person types it.
    CommandLineRun text(Object... words) {
        return run(words);
    }

    private CommandLineRun run(Object[] words, Object... more) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        all.addAll(List.of("--workspace", workspace));
        return CommandLineRun.of(all.toArray());
    }
}
