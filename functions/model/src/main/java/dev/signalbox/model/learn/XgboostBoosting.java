package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.metric.MetricName;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Gradient boosted trees by XGBoost: histograms, categories as they are, NaN as missing. Source: Chen and
/// Guestrin, XGBoost: a scalable tree boosting system, KDD 2016.
///
/// `min_leaf_rows` is `min_child_weight`, a sum of second derivatives: rows for a regression, a quarter of
/// them at most for classes.
final class XgboostBoosting implements BoostingLibrary {
    private static final double DEFAULT_LEARNING_RATE = 0.1;
    private static final double DEFAULT_DEPTH = 6;
    private static final double LEAVES_WHERE_DEPTH_IS_FREE = 64;

    @Override
    public Boosting open(BoostingRows rows, SortedMap<String, String> parameters, int threads) {
        try {
            XgboostLibrary.load();
            return Rounds.open(rows, parameters, threads);
        } catch (XGBoostError e) {
            throw LibraryFailure.of("XGBoost", e);
        } catch (ExceptionInInitializerError | NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw LibraryFailure.notLoaded("XGBoost", e);
        }
    }

    @Override
    public SortedMap<String, String> parameters(CandidateSpec spec, TrainingContext context, int trainRows) {
        SortedMap<String, String> told = new TreeMap<>();
        double depth = spec.parameter(Hyperparameter.MAX_DEPTH, DEFAULT_DEPTH);
        double leaves = spec.parameter(Hyperparameter.LEAVES, depth == 0 ? LEAVES_WHERE_DEPTH_IS_FREE : 0);
        told.put("tree_method", "hist");
        told.put("eta", text(spec.parameter(Hyperparameter.LEARNING_RATE, DEFAULT_LEARNING_RATE)));
        told.put("max_depth", text(depth));
        told.put("max_leaves", text(leaves));
        told.put("grow_policy", leaves > 0 ? "lossguide" : "depthwise");
        told.put("min_child_weight", text(spec.parameter(Hyperparameter.MIN_LEAF_ROWS, 1)));
        told.put("subsample", text(spec.parameter(Hyperparameter.ROW_SAMPLE, 1)));
        told.put("colsample_bytree", text(spec.parameter(Hyperparameter.COLUMN_SAMPLE, 1)));
        told.put("alpha", text(spec.parameter(Hyperparameter.L1, 0)));
        told.put("lambda", text(spec.parameter(Hyperparameter.L2, 1)));
        told.put("seed", Integer.toString((int) (context.seed() & Integer.MAX_VALUE)));
        told.putAll(objective(context));
        return told;
    }

    private static Map<String, String> objective(TrainingContext context) {
        return switch (context.task()) {
            case BINARY -> Map.of("objective", "binary:logistic", "eval_metric", "logloss");
            case MULTICLASS ->
                Map.of(
                        "objective", "multi:softprob",
                        "eval_metric", "mlogloss",
                        "num_class", Integer.toString(context.classCount()));
            case REGRESSION ->
                Map.of(
                        "objective", "reg:squarederror",
                        "eval_metric", context.metric() == MetricName.MAE ? "mae" : "rmse",
                        "base_score", "0");
        };
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// One booster with its matrices, whose predictions it keeps up to date.
    ///
    /// @param watched the training rows where there are no others
    private record Rounds(BoostingRows rows, Booster booster, DMatrix train, DMatrix watched) implements Boosting {
        static Rounds open(BoostingRows rows, SortedMap<String, String> parameters, int threads) throws XGBoostError {
            DMatrix train = matrix(rows.shape(), rows.train());
            DMatrix watched = train;
            boolean opened = false;
            try {
                watched = rows.valid().rows() == 0 ? train : matrix(rows.shape(), rows.valid());
                Map<String, Object> untyped = new TreeMap<>(parameters);
                untyped.put("nthread", threads);
                untyped.put("verbosity", 0);
                Booster booster = XGBoost.train(train, untyped, 0, Map.of("x", watched), null, null);
                opened = true;
                return new Rounds(rows, booster, train, watched);
            } finally {
                if (!opened) {
                    dispose(train, watched);
                }
            }
        }

        private static DMatrix matrix(ModelShape shape, BoostingRows.Part part) throws XGBoostError {
            DMatrix matrix = XgboostModel.matrix(shape, part.values(), part.rows());
            matrix.setLabel(part.labels());
            if (part.weights().length > 0) {
                matrix.setWeight(part.weights());
            }
            return matrix;
        }

        @Override
        public boolean boost(int round) {
            try {
                booster.update(train, round);
                return true;
            } catch (XGBoostError e) {
                throw LibraryFailure.of("XGBoost", e);
            }
        }

        @Override
        public double trainLoss(int round) {
            return loss(train, round);
        }

        @Override
        public double validLoss(int round) {
            return loss(watched, round);
        }

        /// Of a line such as `[3]\tx-logloss:0.693147`.
        private double loss(DMatrix matrix, int round) {
            try {
                String line = booster.evalSet(new DMatrix[] {matrix}, new String[] {"x"}, round);
                return Double.parseDouble(line.substring(line.lastIndexOf(':') + 1));
            } catch (XGBoostError e) {
                throw LibraryFailure.of("XGBoost", e);
            }
        }

        @Override
        public FittedModel model(int rounds) {
            try {
                byte[] whole = booster.toByteArray("ubj");
                byte[] used = rounds < booster.getNumBoostedRound() ? XgboostSlice.firstRounds(whole, rounds) : whole;
                return XgboostModel.of(rows.shape(), rounds, rows.scale(), used);
            } catch (XGBoostError e) {
                throw LibraryFailure.of("XGBoost", e);
            }
        }

        @Override
        public Predictions predictions(int rounds) {
            try {
                double[] margins =
                        XgboostModel.margins(booster, rows.shape(), rows.valid().values(), rounds);
                return Margins.predictions(rows.shape(), margins, rows.scale());
            } catch (XGBoostError e) {
                throw LibraryFailure.of("XGBoost", e);
            }
        }

        @Override
        public void close() {
            booster.dispose();
            dispose(train, watched);
        }

        // One object, not two equal ones: the same native matrix must not be freed twice.
        @SuppressWarnings("ReferenceEquality")
        private static void dispose(DMatrix train, DMatrix watched) {
            if (watched != train) {
                watched.dispose();
            }
            train.dispose();
        }
    }
}
