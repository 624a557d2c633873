package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.matrix.FeatureKind;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gradient boosted trees by LightGBM: leaf by leaf, categories as they are, NaN as missing. Source: Ke et
/// al., LightGBM: a highly efficient gradient boosting decision tree, NeurIPS 2017.
final class LightGbmBoosting implements BoostingLibrary {
    private static final double DEFAULT_LEARNING_RATE = 0.1;
    private static final double DEFAULT_LEAVES = 31;
    private static final double DEFAULT_LEAF_ROWS = 20;
    /// LightGBM's own least size of a category's group, which shuts small data out of its categories.
    private static final int GROUP_ROWS = 100;

    private static final int LEAST_GROUP_ROWS = 5;

    @Override
    public Boosting open(BoostingRows rows, SortedMap<String, String> parameters, int threads) {
        LightGbmLibrary.load();
        return Rounds.open(rows, told(parameters, rows.shape(), threads));
    }

    @Override
    public SortedMap<String, String> parameters(CandidateSpec spec, TrainingContext context, int trainRows) {
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
                Integer.toString(Math.clamp(trainRows / GROUP_ROWS, LEAST_GROUP_ROWS, GROUP_ROWS)));
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
    private record Rounds(
            BoostingRows rows,
            LightGbmDataset learned,
            @Nullable LightGbmDataset watched,
            LightGbmBooster booster) implements Boosting {
        static Rounds open(BoostingRows rows, String told) {
            int width = rows.shape().features().size();
            LightGbmDataset learned = LightGbmDataset.of(rows.train(), width, told, 0);
            LightGbmDataset watched = null;
            LightGbmBooster booster = null;
            try {
                watched = rows.valid().rows() == 0
                        ? null
                        : LightGbmDataset.of(rows.valid(), width, told, learned.handle());
                booster = LightGbmBooster.create(learned, told);
                if (watched != null) {
                    booster.watch(watched);
                }
                return new Rounds(rows, learned, watched, booster);
            } catch (StageFailure e) {
                close(booster, watched, learned);
                throw e;
            }
        }

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

        @Override
        public FittedModel model(int rounds) {
            return LightGbmModel.of(rows.shape(), rows.scale(), withoutParameters(booster.text(rounds)));
        }

        @Override
        public Predictions predictions(int rounds) {
            ModelShape shape = rows.shape();
            double[] margins = booster.scores(
                    rows.valid().values(), rows.valid().rows(), shape.features().size(), Margins.perRow(shape), rounds);
            return Margins.predictions(shape, margins, rows.scale());
        }

        @Override
        public void close() {
            close(booster, watched, learned);
        }

        private static void close(
                @Nullable LightGbmBooster booster, @Nullable LightGbmDataset watched, LightGbmDataset learned) {
            if (booster != null) {
                booster.close();
            }
            if (watched != null) {
                watched.close();
            }
            learned.close();
        }
    }
}
