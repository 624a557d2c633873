package dev.signalbox.model.train;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.learn.CrossValidation;
import dev.signalbox.model.learn.Fold;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.Trainer;
import dev.signalbox.model.learn.Training;
import dev.signalbox.model.learn.TrainingContext;
import dev.signalbox.model.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// A model with what is said of the validation rows by models that did not see them.
///
/// @param training the model that may be promoted; its curves and its early stop are those of the validation
/// @param validPredictions for the rows of the validation matrix, in order
record Learned(Training training, Predictions validPredictions) {
    /// Learns from the training rows and stops early by the validation rows.
    static Learned fromParts(Trainer trainer, Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context) {
        Training training = trainer.train(train, valid, spec, context);
        Predictions predictions = null;
        try {
            predictions = training.model().predict(valid);
            return new Learned(training, predictions);
        } finally {
            if (predictions == null) {
                training.model().close();
            }
        }
    }

    /// Learns a model a fold for the predictions and for the number of rounds, then the model itself from all
    /// rows with that number.
    ///
    /// @param context of the final training
    /// @param ofFolds of the folds' training; its deadline leaves time for the final one
    static Learned fromFolds(
            Trainer trainer,
            List<Fold> folds,
            Matrix train,
            Matrix valid,
            CandidateSpec spec,
            TrainingContext context,
            TrainingContext ofFolds) {
        CrossValidation validation = trainer.crossValidate(folds, spec, ofFolds);
        Predictions predictions = placed(validation, folds, valid);
        Matrix none = new Matrix(train.features(), new float[0], new double[0], new long[0]);
        Training last = trainer.train(train, none, withRounds(spec, validation.rounds()), context);
        return new Learned(
                new Training(
                        last.model(),
                        last.rounds(),
                        last.stoppedEarly() || validation.stoppedEarly(),
                        last.outOfTime() || validation.outOfTime(),
                        validation.trainCurve(),
                        validation.validCurve(),
                        last.parameters()),
                predictions);
    }

    private static CandidateSpec withRounds(CandidateSpec spec, int rounds) {
        if (rounds == 0) {
            return spec;
        }
        TreeMap<Hyperparameter, Double> parameters = new TreeMap<>(spec.parameters());
        parameters.put(Hyperparameter.ROUNDS, (double) rounds);
        return new CandidateSpec(spec.candidateId(), spec.algorithm(), parameters);
    }

    /// Each fold's predictions at the places of its rows in the validation matrix.
    private static Predictions placed(CrossValidation validation, List<Fold> folds, Matrix valid) {
        int width = validation.predictions().getFirst().width();
        double[] values = new double[valid.rows() * width];
        int count = 0;
        for (int fold = 0; fold < folds.size(); fold++) {
            long[] rowIds = folds.get(fold).valid().rowIds();
            for (int i = 0; i < rowIds.length; i++) {
                int row = Arrays.binarySearch(valid.rowIds(), rowIds[i]);
                if (row < 0) {
                    throw otherRows(valid);
                }
                System.arraycopy(validation.predictions().get(fold).values(), i * width, values, row * width, width);
                count++;
            }
        }
        if (count != valid.rows()) {
            throw otherRows(valid);
        }
        return new Predictions(width, values);
    }

    private static InvalidInput otherRows(Matrix valid) {
        return new InvalidInput(
                "The folds predict other rows than the " + valid.rows() + " of the validation matrix.",
                "Run Prepare again.");
    }
}
