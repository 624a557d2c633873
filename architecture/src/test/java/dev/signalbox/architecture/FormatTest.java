package dev.signalbox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every file is in the one format, checked here because this JVM is always the one that the code is written
/// for.
class FormatTest {
    private static final int LONGEST_FILE_LINES = 250;
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everyJavaFileIsFormatted() {
        List<Path> files = Sources.all(".java");

        assertThat(files).hasSizeGreaterThan(200);
        assertThat(files.stream().filter(file -> !formatted(file)).map(Path::toString))
                .as("run `mvn spotless:apply` with JAVA_HOME on JDK 25")
                .isEmpty();
    }

    @Test
    void noFileIsMoreThanOneIdea() {
        assertThat(Sources.all(".java").stream()
                        .filter(file -> file.toString().contains("src/main"))
                        .filter(file -> Sources.read(file).lines().count() > LONGEST_FILE_LINES)
                        .map(Path::toString))
                .as("files of more than " + LONGEST_FILE_LINES + " lines")
                .isEmpty();
    }

    private boolean formatted(Path file) {
        String source = Sources.read(file);
        try {
            String formatted = RemoveUnusedImports.removeUnusedImports(formatter.formatSource(source));
            return ImportOrderer.reorderImports(formatted, JavaFormatterOptions.Style.PALANTIR)
                    .equals(source);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " cannot be parsed", e);
        }
    }
}
