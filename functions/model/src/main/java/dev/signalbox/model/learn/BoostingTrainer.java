package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.model.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gradient boosted trees by a library.
///
/// Cross-validation boosts all folds side by side and takes one number of rounds for all of them, that of the
/// least mean loss, as both libraries' own `cv` does: a number for each fold, chosen on the very rows that
/// are predicted then, would flatter the candidate.
final class BoostingTrainer implements Trainer {
    private static final int DEFAULT_ROUNDS = 500;
    private static final double DEFAULT_LEARNING_RATE = 0.1;

    private final BoostingLibrary library;

    BoostingTrainer(BoostingLibrary library) {
        this.library = library;
    }

    @Override
    public Training train(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context) {
        BoostingRows rows = BoostingRows.of(train, valid, spec, context);
        SortedMap<String, String> parameters = library.parameters(spec, context, train.rows());
        try (Boosting boosting = library.open(rows, parameters, context.threads())) {
            BoostingLoop.Outcome outcome =
                    loop(spec, context, valid.rows(), train.rows()).run(boosting);
            return new Training(
                    boosting.model(outcome.rounds()),
                    outcome.rounds(),
                    outcome.stoppedEarly(),
                    outcome.outOfTime(),
                    outcome.trainCurve(),
                    outcome.validCurve(),
                    told(parameters, outcome, rows));
        }
    }

    @Override
    public CrossValidation crossValidate(List<Fold> folds, CandidateSpec spec, TrainingContext context) {
        try (FoldBoosting boosting = open(folds, spec, context)) {
            BoostingLoop.Outcome outcome = loop(spec, context, boosting.validRows(), boosting.trainRows())
                    .run(boosting);
            return new CrossValidation(
                    boosting.predictions(outcome.rounds()),
                    outcome.rounds(),
                    outcome.stoppedEarly(),
                    outcome.outOfTime(),
                    outcome.trainCurve(),
                    outcome.validCurve());
        }
    }

    private FoldBoosting open(List<Fold> folds, CandidateSpec spec, TrainingContext context) {
        List<Boosting> opened = new ArrayList<>();
        FoldBoosting all = null;
        try {
            for (Fold fold : folds) {
                opened.add(library.open(
                        BoostingRows.of(fold.train(), fold.valid(), spec, context),
                        library.parameters(spec, context, fold.train().rows()),
                        context.threads()));
            }
            all = new FoldBoosting(folds, opened);
            return all;
        } finally {
            if (all == null) {
                opened.forEach(Boosting::close);
            }
        }
    }

    private static BoostingLoop loop(CandidateSpec spec, TrainingContext context, int validRows, int trainRows) {
        double rate = spec.parameter(Hyperparameter.LEARNING_RATE, DEFAULT_LEARNING_RATE);
        int rounds = (int) spec.parameter(Hyperparameter.ROUNDS, DEFAULT_ROUNDS);
        return new BoostingLoop(rounds, BoostingLoop.patience(rate, validRows), trainRows, context.deadlineNanos());
    }

    /// The bound of rounds and the balance beside the library's parameters.
    private static SortedMap<String, String> told(
            SortedMap<String, String> parameters, BoostingLoop.Outcome outcome, BoostingRows rows) {
        SortedMap<String, String> told = new TreeMap<>(parameters);
        told.put("rounds", Integer.toString(outcome.rounds()));
        told.put("balanced", Boolean.toString(rows.train().weights().length > 0));
        return told;
    }
}
