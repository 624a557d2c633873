package dev.signalbox.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// A topic that tells people something in plain words, and who hears it by e-mail.
public final class Notices extends Construct {
    private final Topic topic;

    /// @param key of the topic, too, where there is one
    /// @param emails that are asked to confirm when the topic is made
    public Notices(Construct scope, String id, Settings settings, DataKey key, List<String> emails) {
        super(scope, id);
        Topic.Builder builder = Topic.Builder.create(this, "Topic")
                .topicName(settings.name(id.toLowerCase(java.util.Locale.ROOT)))
                .displayName("Signalbox " + settings.stage().id())
                .enforceSsl(true);
        key.key().ifPresent(builder::masterKey);
        this.topic = builder.build();
        emails.forEach(email -> topic.addSubscription(new EmailSubscription(email)));
    }

    /// The topic.
    public Topic topic() {
        return topic;
    }

    /// Lets alarms of this account write. A policy of its own has replaced the one that comes with a topic.
    public void openToAlarms() {
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("Alarms")
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                .build());
    }
}
