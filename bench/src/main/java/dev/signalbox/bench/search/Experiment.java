package dev.signalbox.bench.search;

import dev.signalbox.agent.view.ViewBuilder;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.StageCaller;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.contract.stage.EvaluateResult;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.contract.stage.IntakeRequest;
import dev.signalbox.contract.stage.IntakeResult;
import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.RunRequest;
import dev.signalbox.contract.stage.TrainRequest;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One run by hand: the real stages, with further candidates trained as somebody says.
final class Experiment {
    private final LocalRuns runs;
    private final StageCaller caller;
    private final PipelineConfig config;
    private final RunRef run;
    private final IngestResult ingest;
    private final ValidateResult validate;
    private final PrepareResult prepare;
    private final List<CandidateRef> trained = new ArrayList<>();
    private final List<ArtifactRef> decisions = new ArrayList<>();
    private int fits;
    private EvaluateResult evaluation;

    /// Trains the starting candidates.
    Experiment(LocalRuns runs, String name, Path data, PipelineConfig config) {
        this.runs = runs;
        this.caller = new StageCaller(runs);
        this.config = config;
        RunRequest request = new RunRequest(config.name(), SourceRef.unpinned(FileUris.of(data)), null, config);
        IntakeResult intake = caller.call(
                StageName.INTAKE,
                new IntakeRequest(name, ContractJson.LENIENT.valueToTree(request)),
                IntakeResult.class);
        this.run = Objects.requireNonNull(intake.run());
        this.ingest = caller.call(
                StageName.INGEST,
                new IngestRequest(run, Objects.requireNonNull(intake.source()), null, null),
                IngestResult.class);
        this.validate = caller.call(
                StageName.VALIDATE,
                new ValidateRequest(run, ingest.dataset(), null, ingest.rows()),
                ValidateResult.class);
        this.prepare = caller.call(
                StageName.PREPARE,
                new PrepareRequest(run, ingest.dataset(), null, validate.profile(), null),
                PrepareResult.class);
        this.evaluation = train(prepare.candidates());
    }

    /// Trains further candidates and compares all.
    EvaluateResult train(List<CandidateSpec> specs) {
        for (CandidateSpec spec : specs) {
            CandidateRef candidate = caller.call(
                            StageName.TRAIN, new TrainRequest(run, prepare.prepared(), spec, null), TrainResult.class)
                    .candidate();
            fits++;
            if (candidate != null) {
                trained.add(candidate);
            }
        }
        evaluation = caller.call(
                StageName.EVALUATE, new EvaluateRequest(run, prepare.prepared(), trained), EvaluateResult.class);
        return evaluation;
    }

    /// Remembers a decision, as the machine does.
    void decided(Action action) {
        String id = "d" + (decisions.size() + 1);
        decisions.add(new Documents(runs.environment().artifacts())
                .write(
                        "bench",
                        "decision.json",
                        new Decision(
                                id, Situation.MODELS, "none", validate.profile(), List.of(), action, "none", false)));
    }

    /// What a planner sees with so much of the budget left.
    RunView view(int decisionsLeft, int candidatesLeft) {
        return new ViewBuilder(
                        runs.environment().artifacts(), runs.environment().ledger())
                .of(
                        new DecideRequest(
                                run,
                                Situation.MODELS,
                                decisions.size() + 1,
                                new BudgetLeft(
                                        decisionsLeft,
                                        candidatesLeft,
                                        config.budget().seconds(),
                                        config.budget().costUsd()),
                                ingest.dataset(),
                                ingest.rows(),
                                validate.verdict(),
                                validate.profile(),
                                validate.findings(),
                                prepare.prepared(),
                                evaluation.evaluation(),
                                trained,
                                decisions,
                                List.of()),
                        config);
    }

    int fits() {
        return fits;
    }

    /// The best candidate's score on validation rows, and on the holdout.
    Outcome outcome() {
        CandidateRef best = trained.stream()
                .filter(candidate -> candidate.candidateId().equals(evaluation.bestCandidateId()))
                .findFirst()
                .orElseThrow();
        GateResult gate = caller.call(
                StageName.GATE,
                new GateRequest(run, prepare.prepared(), best, evaluation.evaluation()),
                GateResult.class);
        GateReport report = new Documents(runs.environment().artifacts()).read(gate.gate(), GateReport.class);
        return new Outcome(
                evaluation.metric(),
                evaluation.leaderboard().getFirst().value(),
                Objects.requireNonNull(report.challenger().get(report.metric())).value(),
                fits,
                best.algorithm());
    }

    /// What came of it.
    record Outcome(
            dev.signalbox.contract.metric.MetricName metric,
            double valid,
            double holdout,
            int fits,
            Algorithm algorithm) {}
}
