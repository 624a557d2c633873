package dev.signalbox.infra;

import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// Where people are told: of runs that went wrong and of alarms, and of questions that wait for them.
public final class Notices extends Construct {
    private final Topic alerts;
    private final Topic approvals;

    /// @param settings names
    public Notices(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.alerts = topic("Alerts", settings.name("alerts"));
        this.approvals = topic("Approvals", settings.name("approvals"));
    }

    /// Failures, alarms, rollbacks.
    public Topic alerts() {
        return alerts;
    }

    /// Questions.
    public Topic approvals() {
        return approvals;
    }

    private Topic topic(String id, String name) {
        return Topic.Builder.create(this, id)
                .topicName(name)
                .displayName("Signalbox")
                .enforceSsl(true)
                .build();
    }
}
