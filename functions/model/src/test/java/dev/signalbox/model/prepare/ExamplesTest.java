package dev.signalbox.model.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.model.testing.Datasets;
import dev.signalbox.runtime.config.PipelineYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {
    private static final Path ROOT =
            Path.of(System.getProperty("signalbox.root", "../..")).resolve("examples");
    private static final long MOST_BYTES = 3_000_000;

    @ParameterizedTest
    @CsvSource({"penguins,344", "german-credit,1000", "weather,2922"})
    void areReadyToLearnFrom(String name, long rows, @TempDir Path folder) {
        PreparedRef prepared = prepare(name, folder);

        long compared = prepared.folds() == null ? prepared.validRows() : 0;
        assertThat(prepared.trainRows() + compared + prepared.holdoutRows()).isEqualTo(rows);
    }

    @Test
    void includeOneWithDefectsThatMustBeRepairedFirst(@TempDir Path folder) {
        assertThatThrownBy(() -> prepare("birdstrikes", folder))
                .isInstanceOf(DataQuality.class)
                .hasMessageContaining("Too few rows of the class 'B' (1)")
                .hasMessageContaining("drop_rows");
    }

    @Test
    void areSmallAndNameTheirSourceAndLicence() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT).filter(Files::isDirectory)) {
            List<Path> examples = folders.sorted().toList();

            assertThat(examples)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(example -> assertThat(Files.readString(example.resolve("README.md")))
                            .contains("**Source**", "**Licence**", "**Changes**"));
            assertThat(examples.stream().mapToLong(ExamplesTest::sizeBytes).sum())
                    .isLessThan(MOST_BYTES);
        }
    }

    private static PreparedRef prepare(String name, Path folder) {
        PipelineConfig config = PipelineYaml.read(ROOT.resolve(name).resolve("pipeline.yaml"));
        String file =
                ROOT.resolve(name).resolve(String.valueOf(config.source())).toString();
        String query = "SELECT * FROM read_csv('" + file + "', nullstr = ['NA', ''])";
        return new Datasets(folder).prepare(query, config).prepared();
    }

    private static long sizeBytes(Path example) {
        try (Stream<Path> files = Files.list(example)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
