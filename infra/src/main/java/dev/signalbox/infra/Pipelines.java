package dev.signalbox.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ssm.ParameterTier;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/// The deploying team's pipelines: each file one parameter, which Intake reads.
public final class Pipelines extends Construct {
    private final String prefix;

    /// @param settings the files
    public Pipelines(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.prefix = "/signalbox/" + settings.stage().id() + "/pipelines";
        for (PipelineFile pipeline : settings.pipelines()) {
            StringParameter.Builder.create(this, pipeline.name())
                    .parameterName(prefix + "/" + pipeline.name())
                    .description("The pipeline " + pipeline.name() + " of Signalbox")
                    .stringValue(pipeline.text())
                    .tier(pipeline.isLong() ? ParameterTier.ADVANCED : ParameterTier.STANDARD)
                    .build();
        }
    }

    /// Begins the name of each parameter.
    public String prefix() {
        return prefix;
    }

    /// All parameters of pipelines, as a policy names them.
    public String arn() {
        Stack stack = Stack.of(this);
        return "arn:" + stack.getPartition() + ":ssm:" + stack.getRegion() + ":" + stack.getAccount() + ":parameter"
                + prefix + "/*";
    }
}
