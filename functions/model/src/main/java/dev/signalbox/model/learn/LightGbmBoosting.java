package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gradient boosted trees by LightGBM: leaf by leaf, categories as they are, NaN as missing. Source: Ke et
/// al., LightGBM: a highly efficient gradient boosting decision tree, NeurIPS 2017.
final class LightGbmTrainer implements Trainer {
    private static final int DEFAULT_ROUNDS = 500;
    private static final double DEFAULT_LEARNING_RATE = 0.1;
    private static final double DEFAULT_LEAVES = 31;
    private static final double DEFAULT_LEAF_ROWS = 20;
    /// LightGBM's own least size of a category's group, which shuts small data out of its categories.
    private static final int GROUP_ROWS = 100;

    private static final int LEAST_GROUP_ROWS = 5;

    @Override
    public Training train(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context) {
        BoostingRows rows = BoostingRows.of(train, valid, spec, context);
        SortedMap<String, String> parameters = parameters(rows, spec, context);
        LightGbmLibrary.load();
        String told = told(parameters, rows.shape(), context.threads());
        int width = rows.shape().features().size();
        try (LightGbmDataset learned = LightGbmDataset.of(rows.train(), width, told, 0);
                LightGbmDataset watched = rows.valid().rows() == 0
                        ? null
                        : LightGbmDataset.of(rows.valid(), width, told, learned.handle());
                LightGbmBooster booster = LightGbmBooster.create(learned, told)) {
            if (watched != null) {
                booster.watch(watched);
            }
            BoostingLoop loop = rows.loop(spec, DEFAULT_ROUNDS, DEFAULT_LEARNING_RATE, context);
            BoostingLoop.Outcome outcome = loop.run(new Rounds(booster));
            String text = withoutParameters(booster.text(outcome.rounds()));
            return rows.training(LightGbmModel.of(rows.shape(), rows.scale(), text), outcome, parameters);
        }
    }

    private static SortedMap<String, String> parameters(
            BoostingRows rows, CandidateSpec spec, TrainingContext context) {
        SortedMap<String, String> told = new TreeMap<>();
        double depth = spec.parameter(Hyperparameter.MAX_DEPTH, 0);
        double rowSample = spec.parameter(Hyperparameter.ROW_SAMPLE, 1);
        told.put("learning_rate", text(spec.parameter(Hyperparameter.LEARNING_RATE, DEFAULT_LEARNING_RATE)));
        told.put("max_depth", text(depth == 0 ? -1 : depth));
        told.put("num_leaves", text(spec.parameter(Hyperparameter.LEAVES, DEFAULT_LEAVES)));
        told.put("min_data_in_leaf", text(spec.parameter(Hyperparameter.MIN_LEAF_ROWS, DEFAULT_LEAF_ROWS)));
        told.put("bagging_fraction", text(rowSample));
        told.put("bagging_freq", rowSample < 1 ? "1" : "0");
        told.put("feature_fraction", text(spec.parameter(Hyperparameter.COLUMN_SAMPLE, 1)));
        told.put("lambda_l1", text(spec.parameter(Hyperparameter.L1, 0)));
        told.put("lambda_l2", text(spec.parameter(Hyperparameter.L2, 0)));
        told.put(
                "min_data_per_group",
                Integer.toString(Math.clamp(rows.train().rows() / GROUP_ROWS, LEAST_GROUP_ROWS, GROUP_ROWS)));
        told.put("seed", Integer.toString((int) (context.seed() & Integer.MAX_VALUE)));
        told.put("deterministic", "true");
        told.put("force_row_wise", "true");
        told.putAll(objective(context));
        return told;
    }

    private static Map<String, String> objective(TrainingContext context) {
        return switch (context.task()) {
            case BINARY -> Map.of("objective", "binary", "metric", "binary_logloss");
            case MULTICLASS ->
                Map.of(
                        "objective", "multiclass",
                        "metric", "multi_logloss",
                        "num_class", Integer.toString(context.classCount()));
            case REGRESSION ->
                Map.of("objective", "regression", "metric", context.metric() == MetricName.MAE ? "l1" : "rmse");
        };
    }

    private static String told(SortedMap<String, String> parameters, ModelShape shape, int threads) {
        StringJoiner told = new StringJoiner(" ");
        parameters.forEach((name, value) -> told.add(name + "=" + value));
        String categorical = categorical(shape);
        if (categorical != null) {
            told.add("categorical_feature=" + categorical);
        }
        return told.add("num_threads=" + threads).add("verbosity=-1").toString();
    }

    private static @Nullable String categorical(ModelShape shape) {
        StringJoiner indices = new StringJoiner(",").setEmptyValue("");
        for (int i = 0; i < shape.features().size(); i++) {
            if (shape.features().get(i).kind() == FeatureKind.CATEGORICAL) {
                indices.add(Integer.toString(i));
            }
        }
        return indices.length() == 0 ? null : indices.toString();
    }

    /// The text ends with the parameters, the number of threads among them, on which the bytes must not
    /// depend.
    private static String withoutParameters(String text) {
        int start = text.indexOf("\nparameters:");
        String end = "end of parameters\n";
        int stop = text.indexOf(end);
        return start < 0 || stop < start ? text : text.substring(0, start + 1) + text.substring(stop + end.length());
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// One booster; the watched rows are its second set.
    private record Rounds(LightGbmBooster booster) implements BoostingLoop.Booster<IllegalStateException> {
        @Override
        public boolean boost(int round) {
            return booster.boost();
        }

        @Override
        public double trainLoss(int round) {
            return booster.loss(0);
        }

        @Override
        public double validLoss(int round) {
            return booster.loss(1);
        }
    }
}
