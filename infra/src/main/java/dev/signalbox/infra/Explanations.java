package dev.signalbox.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/// What cdk-nag's AwsSolutions rules ask for and this app does not do, each with the reason. A finding
/// without one stops the deployment.
final class Explanations {
    private static final String WILDCARD = "AwsSolutions-IAM5";
    private static final String EVERYWHERE = "Resource::*";

    private Explanations() {}

    static void of(App app, SignalboxStack core) {
        Aspects.of(app).add(new AwsSolutionsChecks());
        stages(core.getNode().findChild("StageFunctions"));
        machine(core.getNode().findChild("PipelineMachine"));
        triggers(core.getNode().findChild("Triggers"));
    }

    /// CodeDeploy's role names our functions and alarms by the beginning of their names.
    static void ofCanary(Stack stack) {
        explain(
                stack,
                exactly(
                        "Functions and alarms of this deployment, by the beginning of their names: CodeDeploy is deployed"
                                + " before they are.",
                        matching("^Resource::arn:.*:(function|alarm):signalbox-[a-z]+-\\*$")));
    }

    private static void stages(IConstruct functions) {
        explain(
                functions,
                exactly(
                        "A run's id is not known when the role is made; the folder of one stage in each run is as narrow"
                                + " as a key can be.",
                        matching("^Resource::<DataLakeArtifacts.*>/runs/\\*/[a-z]+/\\*$")),
                exactly(
                        "Answers of one stage by fingerprint, rows scored by name, objects that people name.",
                        matching(
                                "^Resource::<DataLake(Artifacts|Incoming).*>/(cache/[a-z]+|predictions|incoming|scoring)/\\*$")),
                exactly(
                        "Pipelines of this deployment; which there are changes without the role.",
                        matching("^Resource::arn:.*:parameter/signalbox/[a-z]+/pipelines/\\*$")),
                exactly(Anywhere.TRACE.reason(), EVERYWHERE));
    }

    private static void machine(IConstruct machine) {
        explain(
                machine,
                exactly(Anywhere.TRACE.reason() + " " + Anywhere.DELIVER_LOGS.reason(), EVERYWHERE),
                suppression("AwsSolutions-SF1")
                        .reason(
                                "Step Functions keeps each execution's history for 90 days; logs of every event would cost"
                                        + " more than the runs and repeat names out of people's data. Errors are logged.")
                        .build());
    }

    private static void triggers(IConstruct triggers) {
        explain(
                triggers,
                suppression("AwsSolutions-SQS3")
                        .reason("It is the dead-letter queue; an alarm rings when it is not empty.")
                        .build());
    }

    private static void explain(IConstruct construct, NagPackSuppression... suppressions) {
        NagSuppressions.addResourceSuppressions(construct, List.of(suppressions), true);
    }

    private static NagPackSuppression exactly(String reason, Object finding) {
        return suppression(WILDCARD).reason(reason).appliesTo(List.of(finding)).build();
    }

    private static NagPackSuppression.Builder suppression(String rule) {
        return NagPackSuppression.builder().id(rule);
    }

    private static RegexAppliesTo matching(String expression) {
        return RegexAppliesTo.builder()
                .regex("/" + expression.replace("/", "\\/") + "/")
                .build();
    }
}
