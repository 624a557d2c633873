package dev.signalbox.infra;

import java.util.List;

/// The partitions of the ledger's table, as roles tell them apart.
public enum LedgerPart {
    /// A run's line, its chain, its questions.
    RUN,
    /// The lists of runs.
    RUN_LIST,
    /// Which run has a dataset version.
    CLAIM,
    /// The versions of models, and so the champion.
    MODEL,
    /// What a pipeline has learnt, such as its data contract.
    REGISTER,
    /// Questions with their tokens.
    APPROVAL,
    /// What operators did about a pipeline, such as halting its agent; no role of a stage writes it.
    OPERATOR;

    /// Patterns of partition keys.
    public List<String> keys() {
        return switch (this) {
            case RUN -> List.of("run#*");
            case RUN_LIST -> List.of("runs", "runs#*");
            case CLAIM -> List.of("claim#*");
            case MODEL -> List.of("model#*");
            case REGISTER -> List.of("register#*");
            case APPROVAL -> List.of("approval#*");
            case OPERATOR -> List.of("operator#*");
        };
    }
}
