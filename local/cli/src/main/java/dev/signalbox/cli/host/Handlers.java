package dev.signalbox.cli.host;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.signalbox.agent.decide.DecideHandler;
import dev.signalbox.agent.triage.TriageHandler;
import dev.signalbox.data.ingest.IngestHandler;
import dev.signalbox.data.intake.IntakeHandler;
import dev.signalbox.data.repair.RepairHandler;
import dev.signalbox.data.validate.ValidateHandler;
import dev.signalbox.model.blend.BlendHandler;
import dev.signalbox.model.evaluate.EvaluateHandler;
import dev.signalbox.model.gate.GateHandler;
import dev.signalbox.model.predict.PredictHandler;
import dev.signalbox.model.prepare.PrepareHandler;
import dev.signalbox.model.train.TrainHandler;
import dev.signalbox.registry.alert.AlertHandler;
import dev.signalbox.registry.awaitapproval.AwaitApprovalHandler;
import dev.signalbox.registry.promote.PromoteHandler;
import dev.signalbox.registry.quarantine.QuarantineHandler;
import dev.signalbox.registry.reject.RejectHandler;
import dev.signalbox.registry.report.ReportHandler;
import dev.signalbox.registry.rollback.RollbackHandler;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageName;

/// The handler of each stage.
final class Handlers {
    private Handlers() {}

    static RequestStreamHandler create(StageName stage, StageEnvironment environment) {
        return switch (stage) {
            case INTAKE -> new IntakeHandler(environment);
            case INGEST -> new IngestHandler(environment);
            case VALIDATE -> new ValidateHandler(environment);
            case REPAIR -> new RepairHandler(environment);
            case PREPARE -> new PrepareHandler(environment);
            case TRAIN -> new TrainHandler(environment);
            case EVALUATE -> new EvaluateHandler(environment);
            case BLEND -> new BlendHandler(environment);
            case GATE -> new GateHandler(environment);
            case PREDICT -> new PredictHandler(environment);
            case DECIDE -> new DecideHandler(environment);
            case TRIAGE -> new TriageHandler(environment);
            case PROMOTE -> new PromoteHandler(environment);
            case REJECT -> new RejectHandler(environment);
            case QUARANTINE -> new QuarantineHandler(environment);
            case ROLLBACK -> new RollbackHandler(environment);
            case AWAIT_APPROVAL -> new AwaitApprovalHandler(environment);
            case ALERT -> new AlertHandler(environment);
            case REPORT -> new ReportHandler(environment);
        };
    }
}
