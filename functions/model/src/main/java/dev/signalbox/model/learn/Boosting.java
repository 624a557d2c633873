package dev.signalbox.model.learn;

/// A booster of one of the libraries while it learns, with the rows that it learns from and those that it is
/// watched on. Holds native memory until it is closed.
interface Boosting extends BoostingLoop.Booster, AutoCloseable {
    /// The first rounds as a model; the caller closes it.
    FittedModel model(int rounds);

    /// What the first rounds say of the rows that are watched.
    Predictions predictions(int rounds);

    @Override
    void close();
}
