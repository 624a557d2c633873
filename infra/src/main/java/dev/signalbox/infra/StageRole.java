package dev.signalbox.infra;

import dev.signalbox.infra.StageRights.Topic;
import dev.signalbox.runtime.StageName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/// The role of a stage: its [StageRights] as one policy, and nothing that CDK would add by itself.
final class StageRole {
    /// To write lines into a log group.
    static final List<String> LOG = List.of("logs:CreateLogStream", "logs:PutLogEvents");

    /// To send traces.
    static final List<String> TRACE = List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

    private final StageRights rights;
    private final Stores stores;
    private final List<S3Source> scheduled;
    private final List<PolicyStatement> statements = new ArrayList<>();

    private StageRole(StageRights rights, Stores stores, List<S3Source> scheduled) {
        this.rights = rights;
        this.stores = stores;
        this.scheduled = scheduled;
    }

    /// @param logGroupArn where the function's lines go
    static IRole of(Construct scope, StageName stage, Settings settings, Stores stores, String logGroupArn) {
        StageRole role = new StageRole(StageRights.of(stage), stores, settings.scheduledSources());
        role.artifacts();
        role.sources();
        role.key();
        role.ledger();
        role.pipelines();
        role.topic();
        role.logs(logGroupArn);
        role.trace();
        return Role.Builder.create(scope, "Role")
                .description("What the stage " + stage.title() + " of " + settings.name("pipeline") + " may do")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "rights",
                        PolicyDocument.Builder.create()
                                .statements(role.statements)
                                .build()))
                .build()
                .withoutPolicyUpdates();
    }

    private void artifacts() {
        IBucket bucket = stores.lake().artifacts();
        allow("ReadArtifacts", List.of("s3:GetObject"), in(bucket, rights.readKeys()));
        allow("WriteArtifacts", List.of("s3:PutObject", "s3:AbortMultipartUpload"), in(bucket, rights.writes()));
        // Without it S3 says 403 of what is not there, and an empty cache looks like a closed one.
        allow(
                "MissArtifacts",
                List.of("s3:ListBucket"),
                rights.readKeys().isEmpty() ? List.of() : List.of(bucket.getBucketArn()));
    }

    private void sources() {
        IBucket bucket = stores.lake().incoming();
        allow("ReadSources", List.of("s3:GetObject", "s3:GetObjectVersion"), in(bucket, rights.sources()));
        allow(
                "MissSources",
                List.of("s3:ListBucket"),
                rights.sources().isEmpty() ? List.of() : List.of(bucket.getBucketArn()));
        if (rights.sources().contains(StageRights.INCOMING)) {
            String s3 = "arn:" + Stack.of(bucket).getPartition() + ":s3:::";
            allow(
                    "ReadScheduledSources",
                    List.of("s3:GetObject", "s3:GetObjectVersion"),
                    scheduled.stream()
                            .map(source -> s3 + source.bucket() + "/" + source.key())
                            .toList());
            allow(
                    "MissScheduledSources",
                    List.of("s3:ListBucket"),
                    scheduled.stream()
                            .map(source -> s3 + source.bucket())
                            .distinct()
                            .toList());
        }
    }

    private void key() {
        List<String> arn =
                stores.key().key().map(key -> List.of(key.getKeyArn())).orElse(List.of());
        boolean writes = !rights.writes().isEmpty() || rights.topic() != Topic.NONE;
        List<String> actions = writes ? List.of("kms:Decrypt", "kms:GenerateDataKey") : List.of("kms:Decrypt");
        allow("UseKey", actions, writes || !rights.readKeys().isEmpty() ? arn : List.of());
    }

    private void ledger() {
        partitions("ReadLedger", List.of("dynamodb:GetItem", "dynamodb:Query"), rights.ledgerReads());
        partitions("WriteLedger", List.of("dynamodb:PutItem"), rights.ledgerWrites());
    }

    private void partitions(String id, List<String> actions, Set<LedgerPart> parts) {
        if (!parts.isEmpty()) {
            statements.add(partitions(id, actions, parts, stores));
        }
    }

    /// Rights to partitions of the ledger's table, and to no others.
    static PolicyStatement partitions(String id, List<String> actions, Collection<LedgerPart> parts, Stores stores) {
        List<String> keys =
                parts.stream().map(LedgerPart::keys).flatMap(Collection::stream).toList();
        return PolicyStatement.Builder.create()
                .sid(id)
                .actions(actions)
                .resources(List.of(stores.ledger().table().getTableArn()))
                // "For all values" is true of none, too; Null asks for one.
                .conditions(new TreeMap<>(Map.of(
                        "ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", keys),
                        "Null", Map.of("dynamodb:LeadingKeys", "false"))))
                .build();
    }

    private void pipelines() {
        allow(
                "ReadPipelines",
                List.of("ssm:GetParameter"),
                rights.pipelines() ? List.of(stores.pipelines().arn()) : List.of());
    }

    private void topic() {
        allow(
                "Tell",
                List.of("sns:Publish"),
                rights.topic() == Topic.NONE
                        ? List.of()
                        : List.of(stores.topic(rights.topic()).getTopicArn()));
    }

    private void logs(String logGroupArn) {
        allow("Log", LOG, List.of(logGroupArn));
    }

    private void trace() {
        allow(Anywhere.TRACE.id(), TRACE, List.of("*"));
    }

    private void allow(String id, List<String> actions, List<String> resources) {
        if (!resources.isEmpty()) {
            statements.add(statement(id, actions, resources));
        }
    }

    /// Allows actions on resources, without a condition.
    static PolicyStatement statement(String id, List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .sid(id)
                .actions(actions)
                .resources(resources)
                .build();
    }

    private static List<String> in(IBucket bucket, List<String> keys) {
        return keys.stream().map(bucket::arnForObjects).toList();
    }
}
