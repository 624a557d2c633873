package dev.signalbox.registry.awaitapproval;

import dev.signalbox.contract.stage.AwaitApprovalRequest;
import dev.signalbox.contract.stage.AwaitApprovalResult;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;
import java.util.List;

/// The Lambda edge of [AwaitApprovalStage].
public final class AwaitApprovalHandler extends StageHandler<AwaitApprovalRequest, AwaitApprovalResult> {
    private final AwaitApprovalStage stage;

    /// Over what the environment variables name.
    public AwaitApprovalHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public AwaitApprovalHandler(StageEnvironment environment) {
        super(StageName.AWAIT_APPROVAL, AwaitApprovalRequest.class, AwaitApprovalResult.class, environment);
        this.stage = new AwaitApprovalStage(environment);
    }

    @Override
    protected AwaitApprovalResult run(AwaitApprovalRequest request) {
        return stage.run(request, manifest(request.run()));
    }

    @Override
    protected List<Measure> measures(AwaitApprovalRequest request, AwaitApprovalResult result) {
        return List.of(Measure.count("QuestionsAsked"));
    }
}
