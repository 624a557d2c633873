package dev.signalbox.model.gate;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.config.GateConfig;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.model.evaluate.SmallRun;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.runtime.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Challengers before the gate. The truth is `y = 3 size - 2 weight + (blue: 5) + noise`, which a linear model
/// can learn: it is made worse by learning from targets that were tampered with.
final class Gating {
    static final Matrix TRAIN = Samples.regression(300, 1);
    static final PipelineConfig CONFIG = config(GateConfig.defaults());

    private Gating() {}

    static SmallRun run(Path folder, PipelineConfig config, int holdoutRows) {
        return new SmallRun(folder, config, TRAIN, Samples.regression(60, 2), Samples.regression(holdoutRows, 3), 0);
    }

    static CandidateRef good(SmallRun run) {
        return run.candidate("good", Algorithm.LINEAR, TRAIN);
    }

    static CandidateRef worse(SmallRun run) {
        return tampered(run, "worse", row -> TRAIN.at(row, 0));
    }

    static CandidateRef tampered(SmallRun run, String id, IntToDoubleFunction error) {
        double[] target = TRAIN.target().clone();
        for (int row = 0; row < target.length; row++) {
            target[row] += error.applyAsDouble(row);
        }
        return run.candidate(id, Algorithm.LINEAR, SmallRun.withTarget(TRAIN, target));
    }

    static PipelineConfig config(GateConfig gate) {
        PipelineConfig plain = PipelineConfig.of("shapes", "y");
        return new PipelineConfig(
                "shapes",
                "y",
                null,
                null,
                null,
                List.of(),
                plain.split(),
                plain.budget(),
                gate,
                plain.approval(),
                plain.quality(),
                plain.train(),
                plain.planner(),
                0,
                null,
                null);
    }

    static GateResult gate(SmallRun run, CandidateRef challenger) {
        return new GateStage(run.environment().stage())
                .run(
                        new GateRequest(
                                run.run(),
                                run.prepared(),
                                challenger,
                                run.prepared().features()),
                        run.config(),
                        "runs/run-1/gate");
    }

    static GateReport report(SmallRun run, GateResult result) {
        return new Documents(run.environment().artifacts()).read(result.gate(), GateReport.class);
    }

    static GateCondition condition(SmallRun run, GateResult result, String name) {
        return report(run, result).conditions().stream()
                .filter(condition -> condition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<LedgerEvent> openings(SmallRun run) {
        return run.environment().ledger().entries("run-1").stream()
                .map(entry -> entry.event())
                .filter(LedgerEvent.HoldoutOpened.class::isInstance)
                .toList();
    }
}
