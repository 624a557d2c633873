package dev.signalbox.model.prepare;

import static dev.signalbox.contract.action.Hyperparameter.BALANCED;
import static dev.signalbox.contract.action.Hyperparameter.COLUMN_SAMPLE;
import static dev.signalbox.contract.action.Hyperparameter.L2;
import static dev.signalbox.contract.action.Hyperparameter.LEARNING_RATE;
import static dev.signalbox.contract.action.Hyperparameter.LEAVES;
import static dev.signalbox.contract.action.Hyperparameter.MAX_DEPTH;
import static dev.signalbox.contract.action.Hyperparameter.MIN_LEAF_ROWS;
import static dev.signalbox.contract.action.Hyperparameter.ROUNDS;
import static dev.signalbox.contract.action.Hyperparameter.ROW_SAMPLE;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The first candidates of a run, in the order in which a small budget should spend itself.
///
/// A baseline says what no model is worth. A linear model with much and with little regularisation is hard
/// to beat on few rows and easy to explain. Boosted trees win on most tables (Shwartz-Ziv and Armon, Tabular
/// data: deep learning is not all you need, Information Fusion 81, 2022; Gorishniy et al., Revisiting deep
/// learning models for tabular data, NeurIPS 2021), and what pays to vary in them is the learning rate with
/// its rounds, the size of a tree, and sampling of rows and columns (Probst, Boulesteix and Bischl,
/// Tunability, JMLR 20, 2019): each learner gets a fast setting and a slow, regularised one. Two learners
/// rather than one, because their errors differ and `Blend` lives on that (Caruana et al., Ensemble
/// selection from libraries of models, ICML 2004). Trees shrink with the rows, so that a leaf keeps enough
/// of them to mean something, and rounds shrink where a million rows make each one dear; early stopping
/// finds the rest.
///
/// Classes are weighted only where the metric counts them alike: elsewhere weights spoil the probabilities
/// and gain nothing (van den Goorbergh et al., The harm of class imbalance corrections, JAMIA 29, 2022).
final class StartingCandidates {
    private static final int SMALL_ROWS = 2_000;
    private static final int LARGE_ROWS = 100_000;
    private static final int MOST = 40;

    private final boolean balanced;
    private final List<CandidateSpec> specs = new ArrayList<>();
    private final Map<Algorithm, Integer> counts = new EnumMap<>(Algorithm.class);

    private StartingCandidates(boolean balanced) {
        this.balanced = balanced;
    }

    /// The candidates within the budget.
    ///
    /// Raises [InvalidInput] where no algorithm is left.
    ///
    /// @param trainRows rows of the training part
    /// @param metric the primary metric
    static List<CandidateSpec> of(int trainRows, MetricName metric, PipelineConfig config) {
        boolean balanced = metric == MetricName.BALANCED_ACCURACY || metric == MetricName.F1;
        StartingCandidates candidates = new StartingCandidates(balanced);
        if (trainRows < SMALL_ROWS) {
            candidates.small();
        } else if (trainRows < LARGE_ROWS) {
            candidates.medium();
        } else {
            candidates.large();
        }
        List<Algorithm> wanted = config.train().algorithms();
        List<CandidateSpec> chosen = candidates.specs.stream()
                .filter(spec -> wanted.isEmpty() || wanted.contains(spec.algorithm()))
                .limit(Math.min(MOST, config.budget().candidates()))
                .toList();
        if (chosen.isEmpty()) {
            throw new InvalidInput(
                    "train.algorithms has nothing that can be trained: a blend is made of trained candidates.",
                    "Name one or more of baseline, linear, xgboost and lightgbm, or leave it empty.");
        }
        return chosen;
    }

    /// A few hundred rows: shallow trees and strong regularisation, each trained in a blink.
    private void small() {
        add(Algorithm.LIGHTGBM, Map.of(LEARNING_RATE, 0.1, ROUNDS, 150.0, LEAVES, 7.0, MIN_LEAF_ROWS, 8.0));
        add(Algorithm.LINEAR, Map.of(L2, 1.0));
        add(Algorithm.BASELINE, Map.of());
        add(Algorithm.XGBOOST, Map.of(LEARNING_RATE, 0.1, ROUNDS, 100.0, MAX_DEPTH, 3.0, MIN_LEAF_ROWS, 2.0));
        add(Algorithm.LINEAR, Map.of(L2, 30.0));
        add(
                Algorithm.LIGHTGBM,
                Map.of(
                        LEARNING_RATE,
                        0.08,
                        ROUNDS,
                        150.0,
                        LEAVES,
                        4.0,
                        MIN_LEAF_ROWS,
                        5.0,
                        ROW_SAMPLE,
                        0.8,
                        COLUMN_SAMPLE,
                        0.7,
                        L2,
                        3.0));
    }

    private void medium() {
        add(Algorithm.LIGHTGBM, Map.of(LEARNING_RATE, 0.1, ROUNDS, 400.0, LEAVES, 31.0, MIN_LEAF_ROWS, 20.0));
        add(Algorithm.LINEAR, Map.of(L2, 1.0));
        add(Algorithm.BASELINE, Map.of());
        add(Algorithm.XGBOOST, Map.of(LEARNING_RATE, 0.1, ROUNDS, 400.0, MAX_DEPTH, 6.0, MIN_LEAF_ROWS, 5.0));
        add(
                Algorithm.LIGHTGBM,
                Map.of(
                        LEARNING_RATE,
                        0.03,
                        ROUNDS,
                        1_200.0,
                        LEAVES,
                        15.0,
                        MIN_LEAF_ROWS,
                        20.0,
                        ROW_SAMPLE,
                        0.8,
                        COLUMN_SAMPLE,
                        0.7,
                        L2,
                        3.0));
        add(
                Algorithm.XGBOOST,
                Map.of(
                        LEARNING_RATE,
                        0.05,
                        ROUNDS,
                        800.0,
                        MAX_DEPTH,
                        4.0,
                        MIN_LEAF_ROWS,
                        5.0,
                        ROW_SAMPLE,
                        0.8,
                        COLUMN_SAMPLE,
                        0.7,
                        L2,
                        3.0));
        add(Algorithm.LINEAR, Map.of(L2, 100.0));
    }

    private void large() {
        add(Algorithm.LIGHTGBM, Map.of(LEARNING_RATE, 0.1, ROUNDS, 250.0, LEAVES, 63.0, MIN_LEAF_ROWS, 50.0));
        add(Algorithm.BASELINE, Map.of());
        add(Algorithm.XGBOOST, Map.of(LEARNING_RATE, 0.1, ROUNDS, 200.0, MAX_DEPTH, 7.0, MIN_LEAF_ROWS, 10.0));
        add(Algorithm.LINEAR, Map.of(L2, 1.0));
        add(
                Algorithm.LIGHTGBM,
                Map.of(
                        LEARNING_RATE,
                        0.07,
                        ROUNDS,
                        300.0,
                        LEAVES,
                        31.0,
                        MIN_LEAF_ROWS,
                        100.0,
                        ROW_SAMPLE,
                        0.7,
                        COLUMN_SAMPLE,
                        0.7,
                        L2,
                        5.0));
    }

    private void add(Algorithm algorithm, Map<Hyperparameter, Double> knobs) {
        TreeMap<Hyperparameter, Double> parameters = new TreeMap<>(knobs);
        if (balanced && algorithm != Algorithm.BASELINE) {
            parameters.put(BALANCED, 1.0);
        }
        int number = counts.merge(algorithm, 1, Integer::sum);
        String id = algorithm == Algorithm.BASELINE ? algorithm.id() : algorithm.id() + "-" + number;
        specs.add(new CandidateSpec(id, algorithm, parameters));
    }
}
