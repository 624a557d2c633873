package dev.signalbox.infra;

import software.amazon.awscdk.services.sns.Topic;

/// What stages work on.
///
/// @param key of what is encrypted
/// @param lake artifacts and sources
/// @param ledger the record
/// @param alerts who watches runs
/// @param approvals who approves
/// @param pipelines the configurations
public record Stores(
        DataKey key, DataLake lake, Ledger ledger, Notices alerts, Notices approvals, Pipelines pipelines) {
    /// The topic that a stage writes to; that of alerts for a stage that tells nobody, since the setting may
    /// not be empty.
    public Topic topic(StageRights.Topic topic) {
        return topic == StageRights.Topic.APPROVALS ? approvals.topic() : alerts.topic();
    }
}
