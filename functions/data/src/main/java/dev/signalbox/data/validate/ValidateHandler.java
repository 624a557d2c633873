package dev.signalbox.data.validate;

import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.StageName;
import java.util.List;

/// Validate at the edge.
public final class ValidateHandler extends StageHandler<ValidateRequest, ValidateResult> {
    private final ValidateStage stage;

    /// As Lambda makes it.
    public ValidateHandler() {
        this(StageEnvironment.fromEnvironmentVariables());
    }

    /// @param environment everything from outside
    public ValidateHandler(StageEnvironment environment) {
        super(StageName.VALIDATE, ValidateRequest.class, ValidateResult.class, environment);
        this.stage = new ValidateStage(environment);
    }

    @Override
    protected ValidateResult run(ValidateRequest request) {
        return stage.run(request, manifest(request.run()).config(), folder(request.run()));
    }

    @Override
    protected Object identity(ValidateRequest request) {
        return stage.identity(request, manifest(request.run()).config());
    }

    @Override
    protected List<Measure> measures(ValidateRequest request, ValidateResult result) {
        Double largest = result.largestPsi();
        return largest == null ? List.of() : List.of(Measure.value("LargestPsi", largest));
    }
}
