package dev.signalbox.model.prepare;

import dev.signalbox.model.features.FeatureFitter;
import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.features.Fitting;
import dev.signalbox.model.features.RowEncoder;
import dev.signalbox.model.learn.Fold;
import dev.signalbox.model.table.Table;
import java.util.ArrayList;
import java.util.List;

/// Makes the matrices of each fold. Transforms are fitted anew on the fold's training rows and on nothing
/// else, as they are for the final model on all of its rows: which columns say something, labels and their
/// codes, which labels are rare, words, the origin of time.
final class FoldMatrices {
    private final Table features;
    private final Target target;

    /// @param features the columns that may be features
    FoldMatrices(Table features, Target target) {
        this.features = features;
        this.target = target;
    }

    /// One a division, in order; none at all where no column is left for one of them.
    List<Fold> of(List<FoldRows> divisions) {
        List<Fold> folds = new ArrayList<>();
        for (FoldRows rows : divisions) {
            Fitting fitting = Screening.of(FeatureFitter.fit(features, rows.train()), features, target, rows.train());
            if (fitting.columns().isEmpty()) {
                return List.of();
            }
            RowEncoder encoder = new RowEncoder(new FittedFeatures(
                    FittedFeatures.VERSION,
                    target.task(),
                    target.name(),
                    target.classes(),
                    fitting.columns(),
                    fitting.dropped()));
            folds.add(new Fold(
                    encoder.encode(features, rows.train(), target.of(rows.train())),
                    encoder.encode(features, rows.valid(), target.of(rows.valid()))));
        }
        return List.copyOf(folds);
    }
}
