package dev.signalbox.registry.snapshot;

import dev.signalbox.contract.stage.AlertRequest;
import dev.signalbox.contract.stage.AwaitApprovalRequest;
import dev.signalbox.contract.stage.AwaitApprovalResult;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.PromoteRequest;
import dev.signalbox.contract.stage.PromoteResult;
import dev.signalbox.contract.stage.QuarantineRequest;
import dev.signalbox.contract.stage.RejectRequest;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.ReportResult;
import dev.signalbox.contract.stage.RollbackRequest;
import dev.signalbox.contract.stage.RollbackResult;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.runtime.snapshot.PrimedJson;
import dev.signalbox.runtime.snapshot.Priming;

/// Makes the JSON of all requests and answers of the registry.
public final class RegistryPriming implements Priming {
    @Override
    public void prime() {
        PrimedJson.readersAndWriters(
                RunManifest.class,
                GateReport.class,
                PromoteRequest.class,
                PromoteResult.class,
                QuarantineRequest.class,
                EndResult.class,
                ReportRequest.class,
                ReportResult.class,
                RollbackRequest.class,
                RollbackResult.class,
                AlertRequest.class,
                AwaitApprovalRequest.class,
                AwaitApprovalResult.class);
        PrimedJson.throughBytes(new RejectRequest(PrimedJson.run(), "priming", null, null));
    }
}
