package dev.signalbox.infra;

import dev.signalbox.runtime.Digests;
import java.io.IOException;
import java.util.List;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineAlias;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineVersion;
import software.constructs.Construct;

/// The state machine by version and alias: a new definition gets a tenth of the runs for five minutes, then
/// all; back at once when the alarm of failed runs rings. Deployed after the machine.
public final class MachineRelease extends Stack {
    private static final int FIRST_PERCENT = 10;
    private static final int MINUTES = 5;
    private static final int ID_DIGITS = 12;

    /// @param settings names
    public MachineRelease(Construct scope, Settings settings) {
        super(
                scope,
                settings.name("machine-release"),
                StackProps.builder()
                        .description("Signalbox: versions of the state machine")
                        .build());
        // By name: a value that changes cannot be exported from one stack to another.
        String machine = "arn:" + getPartition() + ":states:" + getRegion() + ":" + getAccount() + ":stateMachine:"
                + settings.name("model-pipeline");
        CfnStateMachineVersion version = CfnStateMachineVersion.Builder.create(
                        this, "Version" + digest(settings).substring(0, ID_DIGITS))
                .stateMachineArn(machine)
                .build();
        // The alias points to the version before until the new one is proven.
        version.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        version.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.RETAIN);
        CfnStateMachineAlias.Builder.create(this, "Alias")
                .name(LiveFunction.ALIAS)
                .deploymentPreference(CfnStateMachineAlias.DeploymentPreferenceProperty.builder()
                        .stateMachineVersionArn(version.getRef())
                        .type("CANARY")
                        .percentage(FIRST_PERCENT)
                        .interval(MINUTES)
                        .alarms(List.of(Observability.failedAlarm(settings)))
                        .build())
                .build();
    }

    /// A new definition is a new version.
    private static String digest(Settings settings) {
        try {
            return Digests.sha256(settings.machine());
        } catch (IOException e) {
            throw new dev.signalbox.contract.failure.InvalidInput(
                    "The state machine " + settings.machine() + " cannot be read: " + e.getMessage() + ".",
                    "Run from the tree that it is in.",
                    e);
        }
    }
}
