package dev.signalbox.model.prepare;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.model.features.DroppedColumn;
import dev.signalbox.model.features.FeatureFitter;
import dev.signalbox.model.features.FittedColumn;
import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.features.Fitting;
import dev.signalbox.model.features.RowEncoder;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.table.ParquetReader;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableRequest;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Divides rows, fits transforms, writes matrices.
public final class PrepareStage {
    private final StageEnvironment environment;
    private final Documents documents;

    /// With what is given.
    public PrepareStage(StageEnvironment environment) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
    }

    /// Divides the dataset's rows first, then fits every transform on the training part alone, and applies
    /// it to all parts. Where the rows are few, the training part is all that is not held out, and its folds
    /// with transforms of their own stand beside it ([Folds]). Rows without a target are left out and counted.
    /// How the features' columns came out of raw rows,
    /// repairs included, is saved with the features. Idempotent; identified by the dataset, its reading, the
    /// holdout, the profile, the target, the split, the ignored columns and the seed.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the configuration names what is not there,
    /// [DataQuality] where the rows are too few or say nothing, and
    /// [dev.signalbox.contract.failure.ResourceExhausted] where the matrix would not fit.
    ///
    /// @param folder of the artifacts
    public PrepareResult run(PrepareRequest request, PipelineConfig config, String folder) {
        ColumnPlan asked = ColumnPlan.of(config, documents.read(request.profile(), DatasetProfile.class));
        try (ParquetReader reader = new ParquetReader(settings(request))) {
            Table read = read(reader, request.dataset(), wanted(request, asked, config));
            Target target = TargetReader.learned(read.columns().getLast(), asked.task(), config.positiveLabel());
            Shares shares = shares(request, config);
            MetricName metric = Scarcity.metric(target, config);
            Arrangement arrangement = Arrangement.of(asked, read, target, shares, metric);
            ColumnPlan plan = arrangement.plan();
            Table table = arrangement.table();
            RepeatedRows repeated = RepeatedRows.of(plan.features(table), target);
            Division division = Division.of(
                    new Splitter(plan, table, target, shares, repeated),
                    new FoldMatrices(plan.features(table), target));
            FittedFeatures fitted = fit(plan, readings(request), table, target, division.train());
            RowEncoder encoder = new RowEncoder(fitted);
            Matrix holdout = request.holdout() == null
                    ? encoder.encode(table, division.holdout(), target.of(division.holdout()))
                    : brought(reader, request.holdout(), plan, fitted, target);
            PreparedRef prepared = write(folder, fitted, encoder, table, target, division, holdout);
            List<Finding> findings = Stream.of(
                            arrangement.findings(),
                            repeated.findings(),
                            Screening.findings(fitted.dropped(), plan.features().size(), division.train().length),
                            Scarcity.findings(target, holdout.target()))
                    .flatMap(List::stream)
                    .toList();
            return new PrepareResult(
                    prepared.withDatasets(request.dataset(), request.holdout())
                            .withUnlabelled(table.rows() - target.labelled().length)
                            .withMetric(metric == config.metricFor(target.task()) ? null : metric)
                            .withFindings(
                                    findings.isEmpty() ? null : documents.write(folder, "findings.json", findings)),
                    StartingCandidates.of(division.train().length, metric, config));
        }
    }

    private Table read(ParquetReader reader, DatasetRef dataset, TableRequest wanted) {
        return reader.read(
                environment.artifacts().localFile(dataset.table(), environment.scratch()), dataset.rows(), wanted);
    }

    private DuckSettings settings(PrepareRequest request) {
        int threads = request.changes() == null ? 0 : request.changes().threads();
        return DuckSettings.of(environment).withThreads(threads);
    }

    private static TableRequest wanted(PrepareRequest request, ColumnPlan plan, PipelineConfig config) {
        double fraction = request.changes() == null ? 1 : request.changes().sampleFraction();
        return new TableRequest(plan.read(), false, fraction, config.seed());
    }

    private static Shares shares(PrepareRequest request, PipelineConfig config) {
        return new Shares(
                config.split().validFraction(),
                request.holdout() == null ? config.split().holdoutFraction() : 0,
                config.seed());
    }

    /// What is known of the way from raw rows to the dataset's columns.
    private TableReading readings(PrepareRequest request) {
        ArtifactRef reading = request.dataset().reading();
        return reading == null ? new TableReading(List.of(), List.of()) : documents.read(reading, TableReading.class);
    }

    private static FittedFeatures fit(ColumnPlan plan, TableReading readings, Table table, Target target, int[] train) {
        Table features = plan.features(table);
        Fitting fitting = Screening.of(FeatureFitter.fit(features, train), features, target, train);
        List<DroppedColumn> dropped = new ArrayList<>(plan.dropped());
        dropped.addAll(fitting.dropped());
        if (fitting.columns().isEmpty()) {
            throw new DataQuality(
                    "No column can be learned from. "
                            + dropped.stream()
                                    .limit(20)
                                    .map(column -> column.column() + ": "
                                            + column.reason().id().replace('_', ' '))
                                    .collect(Collectors.joining(", ", "Left out were ", ".")),
                    "Bring columns that vary, or name fewer ignoredColumns.");
        }
        return new FittedFeatures(
                FittedFeatures.VERSION,
                target.task(),
                target.name(),
                target.classes(),
                fitting.columns(),
                dropped,
                fitting.columns().stream()
                        .map(column -> plan.reading(column.source(), readings))
                        .toList());
    }

    private Matrix brought(
            ParquetReader reader, DatasetRef holdout, ColumnPlan plan, FittedFeatures fitted, Target target) {
        List<String> sources =
                fitted.columns().stream().map(FittedColumn::source).toList();
        List<TableRequest.Column> columns = new ArrayList<>(plan.features());
        columns.removeIf(column -> !sources.contains(column.name()));
        columns.add(plan.target());
        Table table = read(reader, holdout, new TableRequest(columns, true, 1, 0));
        Target known = TargetReader.brought(table.columns().getLast(), target);
        return new RowEncoder(fitted).encode(table, known.labelled(), known.of(known.labelled()));
    }

    private PreparedRef write(
            String folder,
            FittedFeatures fitted,
            RowEncoder encoder,
            Table table,
            Target target,
            Division division,
            Matrix holdout) {
        MatrixStore matrices = new MatrixStore(environment, folder);
        PreparedRef prepared = new PreparedRef(
                target.task(),
                target.name(),
                target.classes(),
                documents.write(folder, "features.json", fitted),
                matrices.write("train.matrix", encoder.encode(table, division.train(), target.of(division.train()))),
                matrices.write("valid.matrix", encoder.encode(table, division.valid(), target.of(division.valid()))),
                matrices.write("holdout.matrix", holdout),
                division.train().length,
                division.valid().length,
                holdout.rows());
        return division.folds().isEmpty()
                ? prepared
                : prepared.withFolds(new FoldsRef(
                        matrices.write("folds", division.folds()),
                        division.folds().size()));
    }
}
