package dev.signalbox.model.learn;

import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.Locale;

/// What a learner's library reports, as our failures.
final class LibraryFailure {
    private LibraryFailure() {}

    /// A library's own error; memory that it could not get is told apart.
    static StageFailure of(String library, Throwable error) {
        String message = String.valueOf(error.getMessage());
        int line = message.indexOf('\n');
        String first = line < 0 ? message : message.substring(0, line);
        if (message.toLowerCase(Locale.ROOT).contains("bad_alloc")) {
            return new ResourceExhausted(
                    library + " got no memory: " + first, "Use fewer rows, or a larger machine.", error);
        }
        return new UnexpectedFailure(library + " refused: " + first, "Try another algorithm, and report this.", error);
    }

    /// A native library that cannot be loaded.
    static StageFailure notLoaded(String library, Throwable error) {
        return new UnexpectedFailure(
                "The native library of " + library + " cannot be loaded: " + error.getMessage(),
                "It needs libgomp (OpenMP) on the machine; other algorithms work without it.",
                error);
    }

    /// Called before a library is touched: slf4j, which only these libraries bring, would complain on the
    /// standard error that nobody listens. What they have to say comes as errors.
    static void expectNoLogger() {
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
    }
}
