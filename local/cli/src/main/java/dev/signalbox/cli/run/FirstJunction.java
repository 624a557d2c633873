package dev.signalbox.cli.run;

import dev.signalbox.agent.view.ViewBuilder;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.contract.stage.EvaluateResult;
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
import dev.signalbox.contract.stage.TriageRequest;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import dev.signalbox.runtime.StageName;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an agent would see at the first junction of a run over a data file: the real stages, in the order of
/// the state machine, in a workspace that is thrown away. Nothing is decided and the holdout stays closed.
public final class FirstJunction {
    private static final String RUN = "case";
    private final LocalRuns runs;
    private final StageCaller caller;
    private final PipelineConfig config;
    private StageName at = StageName.INTAKE;
    private @Nullable RunRef run;

    private FirstJunction(LocalRuns runs, PipelineConfig config) {
        this.runs = runs;
        this.caller = new StageCaller(runs);
        this.config = config;
    }

    /// The view. A stage that fails leads to the junction about failures, as it would in a run.
    public static RunView of(Path data, PipelineConfig config) {
        return Throwaway.workspace(runs -> new FirstJunction(runs, config).of(data));
    }

    private RunView of(Path data) {
        try {
            return judged(data);
        } catch (StageFailure e) {
            return views().of(
                            new TriageRequest(
                                    run,
                                    RUN,
                                    new FailureFact(at.title(), e.getClass().getName(), message(e), 0),
                                    1,
                                    left(0)),
                            config.budget());
        }
    }

    private RunView judged(Path data) {
        RunRequest request = new RunRequest(config.name(), SourceRef.unpinned(FileUris.of(data)), null, config);
        IntakeResult intake = call(
                StageName.INTAKE,
                new IntakeRequest(RUN, ContractJson.LENIENT.valueToTree(request)),
                IntakeResult.class);
        run = intake.run();
        RunRef started = Objects.requireNonNull(intake.run());
        IngestResult ingest = call(
                StageName.INGEST,
                new IngestRequest(started, Objects.requireNonNull(intake.source()), null, null),
                IngestResult.class);
        ValidateResult validate = call(
                StageName.VALIDATE,
                new ValidateRequest(started, ingest.dataset(), null, ingest.rows()),
                ValidateResult.class);
        if (validate.verdict() != DataVerdict.USABLE) {
            return view(started, Situation.DATA, ingest, validate, null, null, 0);
        }
        PrepareResult prepare = call(
                StageName.PREPARE,
                new PrepareRequest(started, ingest.dataset(), null, validate.profile(), null),
                PrepareResult.class);
        EvaluateResult evaluate = evaluated(started, prepare);
        return view(
                started,
                Situation.MODELS,
                ingest,
                validate,
                prepare.prepared(),
                evaluate.evaluation(),
                prepare.candidates().size());
    }

    private EvaluateResult evaluated(RunRef started, PrepareResult prepare) {
        List<CandidateRef> trained = prepare.candidates().stream()
                .map(spec -> call(
                        StageName.TRAIN, new TrainRequest(started, prepare.prepared(), spec, null), TrainResult.class))
                .flatMap(result -> Stream.ofNullable(result.candidate()))
                .toList();
        if (trained.isEmpty()) {
            throw new DataQuality("No candidate could be trained.", "Look at the data.");
        }
        return call(
                StageName.EVALUATE, new EvaluateRequest(started, prepare.prepared(), trained), EvaluateResult.class);
    }

    private RunView view(
            RunRef started,
            Situation situation,
            IngestResult ingest,
            ValidateResult validate,
            @Nullable PreparedRef prepared,
            @Nullable ArtifactRef evaluation,
            int trained) {
        return views().of(
                        new DecideRequest(
                                started,
                                situation,
                                1,
                                left(trained),
                                ingest.dataset(),
                                ingest.rows(),
                                validate.verdict(),
                                validate.profile(),
                                validate.findings(),
                                prepared,
                                evaluation,
                                List.of(),
                                List.of(),
                                List.of()),
                        config);
    }

    private BudgetLeft left(int trained) {
        BudgetConfig limits = config.budget();
        return new BudgetLeft(
                limits.decisions() - 1, Math.max(0, limits.candidates() - trained), limits.seconds(), limits.costUsd());
    }

    private ViewBuilder views() {
        return new ViewBuilder(
                runs.environment().artifacts(), runs.environment().ledger());
    }

    private <T> T call(StageName stage, Object request, Class<T> type) {
        at = stage;
        return caller.call(stage, request, type);
    }

    private static String message(StageFailure e) {
        return StageFailure.messageOf(String.valueOf(e.getMessage()));
    }
}
