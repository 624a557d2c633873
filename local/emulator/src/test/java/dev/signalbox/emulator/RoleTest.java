package dev.signalbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// Functions are held to their roles here: every other test of this module passes with exactly the rights of the
/// template, and this one shows that it would not without them.
@ExtendWith(DeploymentExtension.class)
class RoleTest {
    private static final String KEY = "incoming/birds/forbidden.csv";
    private static final String RIGHTS = "rights";

    private final Deployment aws;
    private final Executions executions;

    RoleTest(Deployment aws) {
        this.aws = aws;
        this.executions = new Executions(aws);
    }

    @Test
    void aStageWithoutItsRightsIsRefused() {
        try (IamClient iam = aws.iam();
                LambdaClient lambda = aws.lambda()) {
            String arn = lambda.getFunctionConfiguration(request -> request.functionName("signalbox-dev-ingest"))
                    .role();
            String role = arn.substring(arn.lastIndexOf('/') + 1);
            String rights = java.net.URLDecoder.decode(
                    iam.getRolePolicy(request -> request.roleName(role).policyName(RIGHTS))
                            .policyDocument(),
                    StandardCharsets.UTF_8);
            iam.deleteRolePolicy(request -> request.roleName(role).policyName(RIGHTS));
            try {
                executions.upload(KEY, Tables.penguins(aws.root()).half());
                DescribeExecutionResponse ended = executions.ended(KEY, 1).getFirst();

                assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
                assertThat(ended.cause()).contains("403").contains("Let the role do this");
            } finally {
                iam.putRolePolicy(
                        request -> request.roleName(role).policyName(RIGHTS).policyDocument(rights));
            }
        }
    }
}
