package dev.signalbox.registry.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.ReportRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the report says of where the rows went.
class ReportRowsTest {
    private static final Story PLAIN = Stories.promoted();
    private static final PreparedRef PREPARED =
            Objects.requireNonNull(PLAIN.request().prepared());
    private static final Evaluation EVALUATION = Objects.requireNonNull(PLAIN.evaluation());

    @Test
    void namesTheThreePartsOfASplit() {
        assertThat(page(PREPARED, EVALUATION, PLAIN.gate()))
                .contains("candidates are compared on these", "on 889 validation rows")
                .doesNotContain("Cross-validation", "Without a target");
    }

    @Test
    void tellsOfFolds() {
        assertThat(page(PREPARED.withFolds(new FoldsRef(Stories.FILE, 5)), folded(), PLAIN.gate()))
                .contains("of these, in 5 folds, each predicted by models that did not see it")
                .contains("on 889 rows by cross-validation in 5 folds")
                .contains("What the model relies on")
                .doesNotContain("candidates are compared on these", "validation rows, best first");
    }

    @Test
    void showsGroupsOfRowsWhereNothingSaysWhatTheModelReliesOn() {
        assertThat(page(PREPARED, folded(), null)).contains("Weakest groups of rows");
    }

    @Test
    void countsRowsWithoutATarget() {
        assertThat(page(PREPARED.withUnlabelled(1_234), EVALUATION, PLAIN.gate()))
                .contains("Without a target", "1,234", "left out");
    }

    private static String page(PreparedRef prepared, Evaluation evaluation, @Nullable GateReport gate) {
        ReportRequest request = PLAIN.request();
        return new ReportPage()
                .render(new Story(
                        new ReportRequest(
                                request.run(),
                                request.outcome(),
                                request.reason(),
                                request.dataset(),
                                request.rows(),
                                request.profile(),
                                request.findings(),
                                prepared,
                                request.evaluation(),
                                request.candidates(),
                                request.gate(),
                                request.version(),
                                request.decisions(),
                                request.failure()),
                        PLAIN.manifest(),
                        PLAIN.profile(),
                        PLAIN.findings(),
                        evaluation,
                        gate,
                        PLAIN.decisions(),
                        PLAIN.entries(),
                        PLAIN.champion()));
    }

    /// As Evaluate writes it after a cross-validation: without importance.
    private static Evaluation folded() {
        List<CandidateEvaluation> candidates = new ArrayList<>();
        for (CandidateEvaluation one : EVALUATION.candidates()) {
            candidates.add(new CandidateEvaluation(
                    one.candidateId(),
                    one.algorithm(),
                    one.parameters(),
                    one.metrics(),
                    one.trainScore(),
                    one.calibrationError(),
                    one.calibrated(),
                    one.rounds(),
                    one.stoppedEarly(),
                    one.errorCorrelations(),
                    one.detail() == null ? null : withoutImportance(one.detail())));
        }
        return new Evaluation(
                EVALUATION.task(),
                EVALUATION.metric(),
                EVALUATION.classes(),
                EVALUATION.trainRows(),
                EVALUATION.validRows(),
                candidates,
                null,
                5);
    }

    private static EvaluationDetail withoutImportance(EvaluationDetail detail) {
        return new EvaluationDetail(
                detail.roc(),
                detail.precisionRecall(),
                detail.calibration(),
                detail.confusion(),
                detail.residuals(),
                List.of(),
                detail.segments(),
                detail.trainCurve(),
                detail.validCurve());
    }
}
