package dev.signalbox.infra;

import dev.signalbox.infra.StageRights.Topic;

/// What stages work on.
///
/// @param lake artifacts and sources
/// @param ledger the record
/// @param notices people
/// @param pipelines the configurations
public record Stores(DataLake lake, Ledger ledger, Notices notices, Pipelines pipelines) {
    /// The topic that a stage writes to; that of alerts for a stage that tells nobody, since the setting may
    /// not be empty.
    public software.amazon.awscdk.services.sns.Topic topic(Topic topic) {
        return topic == Topic.APPROVALS ? notices.approvals() : notices.alerts();
    }
}
