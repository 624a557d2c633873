package dev.signalbox.contract.action;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.signalbox.contract.Require;
import java.util.List;

/// What an agent may propose, and nothing else.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Action.TrainMore.class),
    @JsonSubTypes.Type(Action.RepairData.class),
    @JsonSubTypes.Type(Action.Blend.class),
    @JsonSubTypes.Type(Action.AskHuman.class),
    @JsonSubTypes.Type(Action.Promote.class),
    @JsonSubTypes.Type(Action.Reject.class),
    @JsonSubTypes.Type(Action.Quarantine.class),
    @JsonSubTypes.Type(Action.RetryStage.class),
    @JsonSubTypes.Type(Action.Finish.class)
})
public sealed interface Action {
    /// The name that a Choice state compares: `train_more`, `promote` and so on.
    @JsonIgnore
    default String type() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /// Train further candidates.
    ///
    /// @param candidates 1 to 40 models with ids that are new in the run
    @JsonTypeName("train_more")
    record TrainMore(List<CandidateSpec> candidates) implements Action {
        public TrainMore {
            candidates = Require.listOrEmpty(candidates);
            Require.inRange(candidates.size(), 1, 40, "candidates");
        }
    }

    /// Change the dataset and validate it again.
    ///
    /// @param repairs 1 to 20, carried out in order
    @JsonTypeName("repair_data")
    record RepairData(List<Repair> repairs) implements Action {
        public RepairData {
            repairs = Require.listOrEmpty(repairs);
            Require.inRange(repairs.size(), 1, 20, "repairs");
        }
    }

    /// Combine candidates into one.
    ///
    /// @param candidateIds 2 to 20 candidates of the run
    /// @param method how
    @JsonTypeName("blend")
    record Blend(List<String> candidateIds, BlendMethod method) implements Action {
        public Blend {
            candidateIds = Require.listOrEmpty(candidateIds);
            Require.inRange(candidateIds.size(), 2, 20, "candidateIds");
            Require.present(method, "method");
        }
    }

    /// Ask a person.
    ///
    /// @param question at most 500 characters
    /// @param options 2 to 6 answers to choose from
    @JsonTypeName("ask_human")
    record AskHuman(String question, List<String> options) implements Action {
        public AskHuman {
            Require.notBlank(question, "question");
            Require.inRange(question.length(), 1, 500, "question's length");
            options = Require.listOrEmpty(options);
            Require.inRange(options.size(), 2, 6, "options");
        }
    }

    /// Send a candidate to the gate.
    ///
    /// @param candidateId of the run
    @JsonTypeName("promote")
    record Promote(String candidateId) implements Action {
        public Promote {
            Require.notBlank(candidateId, "candidateId");
        }
    }

    /// End the run without a new champion.
    ///
    /// @param reason for people, at most 500 characters
    @JsonTypeName("reject")
    record Reject(String reason) implements Action {
        public Reject {
            Require.notBlank(reason, "reason");
            Require.inRange(reason.length(), 1, 500, "reason's length");
        }
    }

    /// Set the dataset aside as not fit for use.
    ///
    /// @param reason for people, at most 500 characters
    @JsonTypeName("quarantine")
    record Quarantine(String reason) implements Action {
        public Quarantine {
            Require.notBlank(reason, "reason");
            Require.inRange(reason.length(), 1, 500, "reason's length");
        }
    }

    /// Run a failed stage once more with bounded changes.
    ///
    /// @param stage the one that failed
    /// @param changes what is different this time
    @JsonTypeName("retry_stage")
    record RetryStage(RetryableStage stage, RetryChanges changes) implements Action {
        public RetryStage {
            Require.present(stage, "stage");
            Require.present(changes, "changes");
        }
    }

    /// Nothing is left to gain: conclude with what there is.
    @JsonTypeName("finish")
    record Finish() implements Action {}
}
