package dev.signalbox.data.validate;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.QualityConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.duckdb.DuckSettings;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table, a pipeline and the real handler over bytes.
final class Bench {
    private final Path folder;
    private final TestEnvironment environment;
    private PipelineConfig config = PipelineConfig.of("p", "y");
    private int tables;
    private double seed = 0.42;

    Bench(Path folder) {
        this.folder = folder;
        this.environment = new TestEnvironment(folder);
    }

    /// The environment with its fakes.
    TestEnvironment environment() {
        return environment;
    }

    /// The configuration of the next call.
    PipelineConfig config() {
        return config;
    }

    /// Other rows from the same queries.
    ///
    /// @param wanted from -1 to 1
    Bench seed(double wanted) {
        seed = wanted;
        return this;
    }

    Bench target(String target) {
        return with(null, target, null, List.of(), config.quality());
    }

    Bench task(Task task) {
        return with(task, config.target(), null, config.ignoredColumns(), config.quality());
    }

    Bench positiveLabel(String label) {
        return with(config.task(), config.target(), label, config.ignoredColumns(), config.quality());
    }

    Bench ignoring(String... columns) {
        return with(config.task(), config.target(), null, List.of(columns), config.quality());
    }

    Bench quality(QualityConfig quality) {
        return with(config.task(), config.target(), null, config.ignoredColumns(), quality);
    }

    private Bench with(
            @Nullable Task task,
            String target,
            @Nullable String positive,
            List<String> ignored,
            QualityConfig quality) {
        config = new PipelineConfig(
                "p",
                target,
                task,
                null,
                positive,
                ignored,
                config.split(),
                config.budget(),
                config.gate(),
                config.approval(),
                quality,
                config.train(),
                config.planner(),
                0,
                null,
                null);
        return this;
    }

    /// The rows of a query as a typed table.
    DatasetRef table(String sql) {
        Path file = folder.resolve("table-" + tables++ + ".parquet");
        try (DuckSession session = session()) {
            session.execute("CREATE TABLE made AS " + sql);
            long rows = session.count("SELECT count(*) FROM made");
            int columns = (int) session.count("SELECT count(*) FROM (DESCRIBE made)");
            session.execute("COPY made TO " + Sql.literal(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
            ArtifactRef written = environment
                    .artifacts()
                    .write("tables", "t.parquet", "application/vnd.apache.parquet", Files.readAllBytes(file));
            return new DatasetRef(written, rows, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One thread, so that random() gives the same rows each time.
    DuckSession session() {
        DuckSession session =
                DuckSession.open(DuckSettings.of(environment.stage()).withThreads(1));
        session.query("SELECT setseed(" + seed + ")", row -> true);
        return session;
    }

    /// Judges the rows of a query.
    Judged judge(String sql) {
        return judge(table(sql));
    }

    /// Judges a table.
    Judged judge(DatasetRef dataset) {
        return judge(new ValidateRequest(run(), dataset, null, new RowCounts(dataset.rows(), dataset.rows(), 0)));
    }

    /// Judges a table beside a holdout.
    Judged judge(DatasetRef dataset, DatasetRef holdout) {
        return judge(new ValidateRequest(run(), dataset, holdout, new RowCounts(dataset.rows(), dataset.rows(), 0)));
    }

    /// Answers a request.
    Judged judge(ValidateRequest request) {
        ValidateResult result = answer(request);
        Documents documents = new Documents(environment.artifacts());
        return new Judged(
                result,
                documents.read(result.profile(), DatasetProfile.class),
                documents.read(result.findings(), new TypeReference<List<Finding>>() {}));
    }

    /// A run of the configuration.
    RunRef run() {
        try {
            Path source = folder.resolve("source.csv");
            Files.writeString(source, "y\n");
            return environment.run(config, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ValidateResult answer(ValidateRequest request) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            new ValidateHandler(environment.stage())
                    .handleRequest(
                            new ByteArrayInputStream(ContractJson.LENIENT.writeValueAsBytes(request)), answer, null);
            return ContractJson.LENIENT.readValue(answer.toByteArray(), ValidateResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
