package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.CfnCodeDeployLambdaAliasUpdate;
import software.amazon.awscdk.CfnUpdatePolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.codedeploy.CfnApplication;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// How new code of the functions arrives where a deployment wants it carefully: a tenth of the calls for
/// five minutes, then all; back at once when the team's error alarm rings. Deployed before the functions.
public final class Canary extends Stack {
    private static final String HOW = "CodeDeployDefault.LambdaCanary10Percent5Minutes";

    /// @param settings names
    public Canary(Construct scope, Settings settings) {
        super(
                scope,
                settings.name("canary"),
                StackProps.builder()
                        .description("Signalbox: new code gets a tenth of the calls first")
                        .build());
        CfnApplication application = CfnApplication.Builder.create(this, "Application")
                .applicationName(application(settings))
                .computePlatform("Lambda")
                .build();
        Role role = role(settings);
        Arrays.stream(StageName.values())
                .forEach(stage -> CfnDeploymentGroup.Builder.create(this, stage.title())
                        .applicationName(application.getRef())
                        .deploymentGroupName(settings.name(stage.id()))
                        .deploymentConfigName(HOW)
                        .deploymentStyle(CfnDeploymentGroup.DeploymentStyleProperty.builder()
                                .deploymentType("BLUE_GREEN")
                                .deploymentOption("WITH_TRAFFIC_CONTROL")
                                .build())
                        .serviceRoleArn(role.getRoleArn())
                        .alarmConfiguration(CfnDeploymentGroup.AlarmConfigurationProperty.builder()
                                .enabled(true)
                                .alarms(List.of(CfnDeploymentGroup.AlarmProperty.builder()
                                        .name(Observability.errorAlarm(
                                                FunctionSize.of(stage).team(), settings))
                                        .build()))
                                .build())
                        .autoRollbackConfiguration(CfnDeploymentGroup.AutoRollbackConfigurationProperty.builder()
                                .enabled(true)
                                .events(List.of(
                                        "DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"))
                                .build())
                        .build());
    }

    /// How the alias of a stage moves.
    static CfnUpdatePolicy updatePolicy(StageName stage, Settings settings) {
        return CfnUpdatePolicy.builder()
                .codeDeployLambdaAliasUpdate(CfnCodeDeployLambdaAliasUpdate.builder()
                        .applicationName(application(settings))
                        .deploymentGroupName(settings.name(stage.id()))
                        .build())
                .build();
    }

    private static String application(Settings settings) {
        return settings.name("functions");
    }

    /// What AWS's managed policy for such roles allows, for our functions and alarms alone.
    private Role role(Settings settings) {
        String ours = "arn:" + getPartition() + ":lambda:" + getRegion() + ":" + getAccount() + ":function:"
                + settings.name("*");
        String alarms = "arn:" + getPartition() + ":cloudwatch:" + getRegion() + ":" + getAccount() + ":alarm:"
                + settings.name("*");
        return Role.Builder.create(this, "Role")
                .description("What CodeDeploy may do: move our functions' aliases")
                .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
                .inlinePolicies(java.util.Map.of(
                        "rights",
                        PolicyDocument.Builder.create()
                                .statements(List.of(
                                        allow(
                                                "MoveAliases",
                                                List.of(
                                                        "lambda:GetAlias",
                                                        "lambda:UpdateAlias",
                                                        "lambda:GetProvisionedConcurrencyConfig"),
                                                ours),
                                        allow("WatchAlarms", List.of("cloudwatch:DescribeAlarms"), alarms)))
                                .build()))
                .build();
    }

    private static PolicyStatement allow(String id, List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .sid(id)
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }
}
