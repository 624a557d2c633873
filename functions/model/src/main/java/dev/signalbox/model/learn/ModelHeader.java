package dev.signalbox.model.learn;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.config.Task;
import dev.signalbox.model.calibrate.Calibrator;
import dev.signalbox.model.matrix.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The readable part of a [ModelFile]: everything about a model but its learned numbers.
///
/// @param candidateId of the run that made it
/// @param algorithm what learned it
/// @param task what is predicted
/// @param classes labels in the order of their codes; empty for a regression; they came from the data
/// @param spec as asked; null for a blend
/// @param provenance where it comes from
/// @param summary how the training went
/// @param features the columns that it scores, in order; their names came from the data
/// @param members of a blend, heaviest first; empty for other algorithms
/// @param calibrator applied to every prediction; null where calibration did not help
public record ModelHeader(
        String candidateId,
        Algorithm algorithm,
        Task task,
        List<String> classes,
        @Nullable CandidateSpec spec,
        ModelProvenance provenance,
        TrainingSummary summary,
        List<Feature> features,
        List<BlendMember> members,
        @Nullable Calibrator calibrator) {
    public ModelHeader {
        Require.notBlank(candidateId, "candidateId");
        Require.present(algorithm, "algorithm");
        Require.present(task, "task");
        classes = Require.listOrEmpty(classes);
        Require.present(provenance, "provenance");
        Require.present(summary, "summary");
        features = Require.listOrEmpty(features);
        members = Require.listOrEmpty(members);
        Require.that(
                (algorithm == Algorithm.BLEND) != members.isEmpty(),
                algorithm.id() + " has " + members.size() + " members; they go with the blend and only with it");
    }

    /// Without calibration.
    public ModelHeader(
            String candidateId,
            Algorithm algorithm,
            Task task,
            List<String> classes,
            @Nullable CandidateSpec spec,
            ModelProvenance provenance,
            TrainingSummary summary,
            List<Feature> features,
            List<BlendMember> members) {
        this(candidateId, algorithm, task, classes, spec, provenance, summary, features, members, null);
    }

    /// What goes in and what comes out.
    public ModelShape shape() {
        return new ModelShape(task, classes.size(), features);
    }
}
