package dev.signalbox.contract.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.MetaFeatures;
import dev.signalbox.contract.decision.OutcomeFact;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.Outcome;
import org.jspecify.annotations.Nullable;

/// A fact about a run. Events are appended, never changed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LedgerEvent.RunStarted.class, name = "run_started"),
    @JsonSubTypes.Type(value = LedgerEvent.StageFinished.class, name = "stage_finished"),
    @JsonSubTypes.Type(value = LedgerEvent.StageFailed.class, name = "stage_failed"),
    @JsonSubTypes.Type(value = LedgerEvent.DecisionMade.class, name = "decision_made"),
    @JsonSubTypes.Type(value = LedgerEvent.HoldoutOpened.class, name = "holdout_opened"),
    @JsonSubTypes.Type(value = LedgerEvent.ApprovalRequested.class, name = "approval_requested"),
    @JsonSubTypes.Type(value = LedgerEvent.ApprovalAnswered.class, name = "approval_answered"),
    @JsonSubTypes.Type(value = LedgerEvent.ChampionMoved.class, name = "champion_moved"),
    @JsonSubTypes.Type(value = LedgerEvent.RunEnded.class, name = "run_ended"),
    @JsonSubTypes.Type(value = LedgerEvent.AgentHalted.class, name = "agent_halted"),
    @JsonSubTypes.Type(value = LedgerEvent.AgentReleased.class, name = "agent_released"),
    @JsonSubTypes.Type(value = LedgerEvent.ModelsCompared.class, name = "models_compared")
})
public sealed interface LedgerEvent {
    /// A run began.
    ///
    /// @param pipeline the pipeline's name
    /// @param manifest run.json
    record RunStarted(String pipeline, ArtifactRef manifest) implements LedgerEvent {}

    /// A stage answered.
    ///
    /// @param stage its name, such as `ingest`
    /// @param detail what distinguishes calls of one stage, such as a candidate's id; null where there is
    ///     one call only
    /// @param fingerprint of inputs, code, parameters and seed; null for stages that are never cached
    /// @param cached whether the answer was taken from the cache
    /// @param durationMillis of the call, 0 or more
    /// @param costUsd of the call by the price of its memory and time; 0 on a laptop
    /// @param resultSha256 of the answer's JSON
    record StageFinished(
            String stage,
            @Nullable String detail,
            @Nullable String fingerprint,
            boolean cached,
            long durationMillis,
            double costUsd,
            String resultSha256)
            implements LedgerEvent {}

    /// A stage failed; the machine may try again.
    ///
    /// @param stage its name
    /// @param error the failure's class
    /// @param message what was found and expected
    record StageFailed(String stage, String error, String message) implements LedgerEvent {}

    /// The agent decided.
    ///
    /// @param decisionId of the record
    /// @param action its type
    /// @param decision decision.json
    record DecisionMade(String decisionId, String action, ArtifactRef decision) implements LedgerEvent {}

    /// The holdout was opened for a challenger.
    ///
    /// @param holdoutSha256 which rows
    /// @param candidateId the challenger
    /// @param championVersion compared with; null where there is none
    record HoldoutOpened(
            String holdoutSha256,
            String candidateId,
            @Nullable Integer championVersion) implements LedgerEvent {}

    /// A person was asked.
    ///
    /// @param subject `promotion`, or a question's decision id
    /// @param actionDigest of the held action
    /// @param question in plain words
    record ApprovalRequested(String subject, String actionDigest, String question) implements LedgerEvent {}

    /// A person answered.
    ///
    /// @param subject as asked
    /// @param actionDigest of the held action
    /// @param approved yes or no
    /// @param by who
    /// @param reason in their words, cut to 1,000 characters: untrusted; null where they gave none
    record ApprovalAnswered(
            String subject,
            String actionDigest,
            boolean approved,
            String by,
            @Nullable String reason) implements LedgerEvent {
        public ApprovalAnswered {
            reason = reason == null ? null : reason.substring(0, Math.min(1_000, reason.length()));
        }

        /// Without a reason.
        public ApprovalAnswered(String subject, String actionDigest, boolean approved, String by) {
            this(subject, actionDigest, approved, by, null);
        }

        /// Of an answer.
        public static ApprovalAnswered of(HumanAnswer answer) {
            return new ApprovalAnswered(
                    answer.subject(), answer.actionDigest(), answer.approved(), answer.by(), answer.reason());
        }
    }

    /// A pipeline's champion moved.
    ///
    /// @param fromVersion 0 where there was none
    /// @param toVersion the champion now
    /// @param candidateId of the run
    record ChampionMoved(int fromVersion, int toVersion, String candidateId) implements LedgerEvent {}

    /// The run ended. A second one with the same outcome follows where the report was written later.
    ///
    /// @param outcome how
    /// @param reason for people
    /// @param report report.html; null where none could be written
    record RunEnded(
            Outcome outcome, String reason, @Nullable ArtifactRef report) implements LedgerEvent {}

    /// An operator stopped the agent of a pipeline; in the pipeline's own chain, not in a run's.
    ///
    /// @param reason in their words
    /// @param by who
    record AgentHalted(String reason, String by) implements LedgerEvent {}

    /// An operator lets the agent of a pipeline act again; in the pipeline's own chain.
    ///
    /// @param reason in their words; may be empty
    /// @param by who
    record AgentReleased(String reason, String by) implements LedgerEvent {}

    /// The agent saw the candidates of a run at a junction: what later runs of the pipeline remember of it.
    ///
    /// @param decisionNumber of the junction
    /// @param data what was learned from, in numbers
    /// @param metric the primary metric
    /// @param score of the best candidate by validation
    /// @param best that candidate; null for a blend
    /// @param outcome of the decision before; null at the first junction about candidates
    record ModelsCompared(
            int decisionNumber,
            MetaFeatures data,
            MetricName metric,
            double score,
            @Nullable CandidateSpec best,
            @Nullable OutcomeFact outcome)
            implements LedgerEvent {}
}
