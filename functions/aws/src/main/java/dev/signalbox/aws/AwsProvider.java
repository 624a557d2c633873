package dev.signalbox.aws;

import dev.signalbox.aws.client.AwsClients;
import dev.signalbox.aws.dynamodb.DynamoLedger;
import dev.signalbox.aws.s3.S3ArtifactStore;
import dev.signalbox.aws.sfn.AnswerAddress;
import dev.signalbox.aws.sfn.StepFunctionsTasks;
import dev.signalbox.aws.sns.SnsAlerts;
import dev.signalbox.aws.ssm.SsmPipelines;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.Alerts;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.store.PipelineCatalog;
import dev.signalbox.runtime.store.StoreProvider;
import dev.signalbox.runtime.store.TaskTokens;
import java.time.Clock;
import java.util.List;

/// The ports on AWS, by URI:
///
/// | port | URI |
/// |---|---|
/// | artifacts | `s3://bucket/prefix` |
/// | ledger | `dynamodb:table` |
/// | pipelines | `ssm:/signalbox/pipelines` |
/// | tasks | `sfn:table`, or `sfn:table?answers=https://…` with the address that takes answers |
/// | alerts | `sns:arn:aws:sns:…` |
public final class AwsProvider implements StoreProvider {
    private static final String S3 = "s3://";
    private static final String DYNAMODB = "dynamodb:";
    private static final String SSM = "ssm:";
    private static final String SFN = "sfn:";
    private static final String ANSWERS = "\\?answers=";
    private static final String SNS = "sns:";

    private final AwsClients clients = AwsClients.OF_PROCESS;

    @Override
    public boolean serves(String uri) {
        return List.of(S3, DYNAMODB, SSM, SFN, SNS).stream().anyMatch(uri::startsWith);
    }

    @Override
    public ArtifactStore artifacts(String uri) {
        after(S3, uri, "s3://bucket/prefix");
        return new S3ArtifactStore(clients.s3(), uri);
    }

    @Override
    public Ledger ledger(String uri) {
        return new DynamoLedger(clients.dynamoDb(), after(DYNAMODB, uri, "dynamodb:table"), Clock.systemUTC());
    }

    @Override
    public PipelineCatalog pipelines(String uri) {
        return new SsmPipelines(clients::ssm, after(SSM, uri, "ssm:/signalbox/pipelines"));
    }

    @Override
    public TaskTokens taskTokens(String uri) {
        String[] parts = after(SFN, uri, "sfn:table").split(ANSWERS, 2);
        AnswerAddress answers = parts.length == 1 ? AnswerAddress.UNKNOWN : new AnswerAddress(parts[1]);
        return new StepFunctionsTasks(clients.dynamoDb(), parts[0], clients::sfn, answers, Clock.systemUTC());
    }

    @Override
    public Alerts alerts(String uri) {
        return new SnsAlerts(clients::sns, after(SNS, uri, "sns:arn:aws:sns:region:account:topic"));
    }

    private static String after(String scheme, String uri, String example) {
        if (!uri.startsWith(scheme) || uri.length() == scheme.length()) {
            throw new InvalidInput(
                    "The URI '" + uri + "' does not name this kind of store.", "Write it as " + example + ".");
        }
        return uri.substring(scheme.length());
    }
}
