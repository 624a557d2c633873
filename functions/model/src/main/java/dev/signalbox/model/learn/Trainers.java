package dev.signalbox.model.learn;

import dev.signalbox.contract.action.Algorithm;

/// The learner of each algorithm. Asking for one loads no native library; training with it does.
public final class Trainers {
    private Trainers() {}

    /// Raises [IllegalArgumentException] for a blend, which is made of trained models and not trained.
    public static Trainer of(Algorithm algorithm) {
        return switch (algorithm) {
            case BASELINE -> new BaselineTrainer();
            case LINEAR -> new LinearTrainer();
            case XGBOOST -> new BoostingTrainer(new XgboostBoosting());
            case LIGHTGBM -> new BoostingTrainer(new LightGbmBoosting());
            case BLEND -> throw new IllegalArgumentException("a blend is made by Blend, not trained");
        };
    }
}
