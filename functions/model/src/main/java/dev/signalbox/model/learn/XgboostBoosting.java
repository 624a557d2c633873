package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.matrix.Matrix;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/// Gradient boosted trees by XGBoost: histograms, categories as they are, NaN as missing. Source: Chen and
/// Guestrin, XGBoost: a scalable tree boosting system, KDD 2016.
///
/// `min_leaf_rows` is `min_child_weight`, a sum of second derivatives: rows for a regression, a quarter of
/// them at most for classes.
final class XgboostTrainer implements Trainer {
    private static final int DEFAULT_ROUNDS = 500;
    private static final double DEFAULT_LEARNING_RATE = 0.1;
    private static final double DEFAULT_DEPTH = 6;
    private static final double LEAVES_WHERE_DEPTH_IS_FREE = 64;

    @Override
    public Training train(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context) {
        BoostingRows rows = BoostingRows.of(train, valid, spec, context);
        SortedMap<String, String> parameters = parameters(spec, context);
        LibraryFailure.expectNoLogger();
        try {
            return boost(rows, spec, context, parameters);
        } catch (XGBoostError e) {
            throw LibraryFailure.of("XGBoost", e);
        } catch (ExceptionInInitializerError | NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw LibraryFailure.notLoaded("XGBoost", e);
        }
    }

    private static Training boost(
            BoostingRows rows, CandidateSpec spec, TrainingContext context, SortedMap<String, String> parameters)
            throws XGBoostError {
        BoostingLoop loop = rows.loop(spec, DEFAULT_ROUNDS, DEFAULT_LEARNING_RATE, context);
        DMatrix train = XgboostModel.matrix(
                rows.shape(), rows.train().values(), rows.train().rows());
        DMatrix valid = null;
        Booster booster = null;
        try {
            fill(train, rows.train());
            if (rows.valid().rows() > 0) {
                valid = XgboostModel.matrix(
                        rows.shape(), rows.valid().values(), rows.valid().rows());
                fill(valid, rows.valid());
            }
            DMatrix watched = valid == null ? train : valid;
            Map<String, Object> untyped = new TreeMap<>(parameters);
            untyped.put("nthread", context.threads());
            untyped.put("verbosity", 0);
            booster = XGBoost.train(train, untyped, 0, Map.of("x", watched), null, null);
            BoostingLoop.Outcome outcome = loop.run(new Rounds(booster, train, watched));
            XgboostModel model =
                    XgboostModel.of(rows.shape(), outcome.rounds(), rows.scale(), booster.toByteArray("ubj"));
            return rows.training(model, outcome, parameters);
        } finally {
            dispose(booster, valid, train);
        }
    }

    private static void fill(DMatrix matrix, BoostingRows.Part part) throws XGBoostError {
        matrix.setLabel(part.labels());
        if (part.weights().length > 0) {
            matrix.setWeight(part.weights());
        }
    }

    private static SortedMap<String, String> parameters(CandidateSpec spec, TrainingContext context) {
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

    private static void dispose(@Nullable Booster booster, @Nullable DMatrix valid, DMatrix train) {
        if (booster != null) {
            booster.dispose();
        }
        if (valid != null) {
            valid.dispose();
        }
        train.dispose();
    }

    /// One booster with its two matrices, whose predictions it keeps up to date.
    private record Rounds(Booster booster, DMatrix train, DMatrix valid) implements BoostingLoop.Booster<XGBoostError> {
        @Override
        public boolean boost(int round) throws XGBoostError {
            booster.update(train, round);
            return true;
        }

        @Override
        public double trainLoss(int round) throws XGBoostError {
            return loss(train, round);
        }

        @Override
        public double validLoss(int round) throws XGBoostError {
            return loss(valid, round);
        }

        /// Of a line such as `[3]\tx-logloss:0.693147`.
        private double loss(DMatrix matrix, int round) throws XGBoostError {
            String line = booster.evalSet(new DMatrix[] {matrix}, new String[] {"x"}, round);
            return Double.parseDouble(line.substring(line.lastIndexOf(':') + 1));
        }
    }
}
