package dev.signalbox.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// Signalbox on AWS. Reads as its table of contents.
public final class SignalboxStack extends Stack {
    private final Ledger ledger;
    private final Notices alerts;
    private final StageFunctions functions;
    private final PipelineMachine machine;
    private final Triggers triggers;

    /// @param settings what the deployment chose
    public SignalboxStack(Construct scope, Settings settings) {
        super(
                scope,
                "signalbox-" + settings.stage().id(),
                StackProps.builder()
                        .description("Signalbox: data in a bucket becomes a model that can be trusted")
                        .build());
        DataKey key = new DataKey(this, "DataKey", settings);
        DataLake lake = new DataLake(this, "DataLake", settings, key);
        this.ledger = new Ledger(this, "Ledger", settings);
        this.alerts = new Notices(this, "Alerts", settings, key, settings.alertEmails());
        Notices approvals = new Notices(this, "Approvals", settings, key, settings.approvers());
        Pipelines pipelines = new Pipelines(this, "Pipelines", settings);
        Stores stores = new Stores(key, lake, ledger, alerts, approvals, pipelines);
        this.functions = new StageFunctions(this, "StageFunctions", settings, stores);
        this.machine = new PipelineMachine(this, "PipelineMachine", settings, functions);
        this.triggers = new Triggers(this, "Triggers", settings, key, lake, machine);
        alerts.openToAlarms();

        tell("IncomingBucket", lake.incoming().getBucketName());
        tell("ArtifactsBucket", lake.artifacts().getBucketName());
        tell("LedgerTable", ledger.table().getTableName());
        tell("AlertsTopic", alerts.topic().getTopicArn());
        tell("ApprovalsTopic", approvals.topic().getTopicArn());
        tell("StateMachine", machine.arn());
        tell("AnswersUrl", functions.answersUrl());
        tell("EventBus", triggers.bus().getEventBusName());
        tell("UndeliveredQueue", triggers.undelivered().getQueueUrl());
    }

    /// The ledger's table.
    Table ledger() {
        return ledger.table();
    }

    /// Who hears when something goes wrong.
    Notices alerts() {
        return alerts;
    }

    /// The functions of the stages.
    StageFunctions functions() {
        return functions;
    }

    /// The state machine.
    PipelineMachine machine() {
        return machine;
    }

    /// What starts the state machine.
    String machineArn() {
        return machine.arn();
    }

    /// Where others ask for runs and are told of them.
    EventBus bus() {
        return triggers.bus();
    }

    /// Events that reached nobody.
    Queue undelivered() {
        return triggers.undelivered();
    }

    private void tell(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
