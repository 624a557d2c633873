package dev.signalbox.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.constructs.Construct;

/// The one table: runs, chains, claims, models, registers, questions.
public final class Ledger extends Construct {
    private final Table table;

    /// @param settings whether the table outlives the stack
    public Ledger(Construct scope, String id, Settings settings) {
        super(scope, id);
        Table.Builder builder = Table.Builder.create(this, "Table")
                .partitionKey(text("pk"))
                .sortKey(text("sk"))
                .timeToLiveAttribute("expiresAt")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(settings.keepsData())
                .encryption(TableEncryption.AWS_MANAGED)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
        this.table = (settings.eventsOut() ? builder.stream(StreamViewType.KEYS_ONLY) : builder).build();
    }

    /// The table.
    public Table table() {
        return table;
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
