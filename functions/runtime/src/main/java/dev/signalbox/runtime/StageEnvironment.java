package dev.signalbox.runtime;

import dev.signalbox.runtime.store.Alerts;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.store.PipelineCatalog;
import dev.signalbox.runtime.store.TaskTokens;
import java.nio.file.Path;
import java.time.Clock;

/// Everything that a stage needs from outside.
///
/// @param artifacts immutable files
/// @param ledger the record
/// @param pipelines what teams have written down
/// @param taskTokens completes waiting tasks
/// @param alerts tells people
/// @param clock the only source of time
/// @param log where structured lines go
/// @param codeVersion of the functions; part of every fingerprint
/// @param scratch an existing folder for temporary files
/// @param memoryMb of the function, for the account of costs; 0 on a laptop, where a call costs nothing
public record StageEnvironment(
        ArtifactStore artifacts,
        Ledger ledger,
        PipelineCatalog pipelines,
        TaskTokens taskTokens,
        Alerts alerts,
        Clock clock,
        StageLog log,
        String codeVersion,
        Path scratch,
        int memoryMb) {

    /// What a Lambda function's environment variables name: `SIGNALBOX_ARTIFACTS`, `SIGNALBOX_LEDGER`,
    /// `SIGNALBOX_PIPELINES`, `SIGNALBOX_TASKS`, `SIGNALBOX_ALERTS`, `SIGNALBOX_CODE_VERSION`.
    public static StageEnvironment fromEnvironmentVariables() {
        return EnvironmentVariables.open(System.getenv());
    }
}
