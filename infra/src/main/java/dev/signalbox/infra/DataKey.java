package dev.signalbox.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// The deployment's own key for buckets, topics and the queue, where it wants one. Without it AWS encrypts
/// with keys of its own.
public final class DataKey extends Construct {
    private final @Nullable Key key;

    /// @param settings whether there is one
    public DataKey(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.key = settings.ownKey() ? key(settings) : null;
    }

    /// The key, if there is one.
    public Optional<IKey> key() {
        return Optional.ofNullable(key);
    }

    private Key key(Settings settings) {
        Key made = Key.Builder.create(this, "Key")
                .alias("alias/" + settings.name("data"))
                .description("Data of Signalbox, " + settings.stage().id())
                .enableKeyRotation(true)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
        // Services that write to the topics and the queue in our account; a key that AWS manages lets none of them.
        made.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsEventsAndSchedules")
                .effect(Effect.ALLOW)
                .principals(List.of(
                        new ServicePrincipal("cloudwatch.amazonaws.com"),
                        new ServicePrincipal("events.amazonaws.com"),
                        new ServicePrincipal("scheduler.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                .build());
        return made;
    }
}
