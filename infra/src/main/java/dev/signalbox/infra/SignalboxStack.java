package dev.signalbox.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// Signalbox on AWS. Reads as its table of contents.
public final class SignalboxStack extends Stack {
    /// @param settings what the deployment chose
    public SignalboxStack(Construct scope, Settings settings) {
        super(
                scope,
                "signalbox-" + settings.stage().id(),
                StackProps.builder()
                        .description("Signalbox: data in a bucket becomes a model that can be trusted")
                        .build());
        DataLake lake = new DataLake(this, "DataLake", settings);
        Ledger ledger = new Ledger(this, "Ledger", settings);
        Notices notices = new Notices(this, "Notices", settings);
        Pipelines pipelines = new Pipelines(this, "Pipelines", settings);
        Stores stores = new Stores(lake, ledger, notices, pipelines);
        StageFunctions functions = new StageFunctions(this, "StageFunctions", settings, stores);
        PipelineMachine machine = new PipelineMachine(this, "PipelineMachine", settings, functions);
        Triggers triggers = new Triggers(this, "Triggers", settings, lake, machine.machine());

        tell("IncomingBucket", lake.incoming().getBucketName());
        tell("ArtifactsBucket", lake.artifacts().getBucketName());
        tell("LedgerTable", ledger.table().getTableName());
        tell("AlertsTopic", notices.alerts().getTopicArn());
        tell("ApprovalsTopic", notices.approvals().getTopicArn());
        tell("StateMachine", machine.machine().getStateMachineArn());
        tell("UndeliveredQueue", triggers.undelivered().getQueueUrl());
    }

    private void tell(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
