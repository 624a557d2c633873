package dev.signalbox.cli.command;

import dev.signalbox.contract.stage.Outcome;

/// What the process ends with. 3 and 4 are the launcher's: no JDK, and a build that failed.
public enum ExitCode {
    /// The run ended as pipelines end: promoted, rejected, duplicate or ignored; or the command did its
    /// work.
    DONE(0),
    /// A stage failed for good, or the command could not do its work.
    FAILED(1),
    /// The arguments or the configuration are wrong.
    USAGE(2),
    /// The data was set aside.
    QUARANTINED(5),
    /// A person has to answer first.
    AWAITING_APPROVAL(6),
    /// A replay is not what was recorded.
    DIVERGED(7),
    /// The record is not what was written.
    RECORD_CHANGED(8);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /// The number.
    public int code() {
        return code;
    }

    /// The code of an outcome.
    public static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case PROMOTED, REJECTED, DUPLICATE, IGNORED -> DONE;
            case QUARANTINED -> QUARANTINED;
            case AWAITING_APPROVAL -> AWAITING_APPROVAL;
            case FAILED -> FAILED;
        };
    }
}
