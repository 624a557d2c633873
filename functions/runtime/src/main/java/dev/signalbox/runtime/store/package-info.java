/// The ports `ArtifactStore`, `Ledger`, `PipelineCatalog`, `TaskTokens` and `Alerts`, and how they are
/// opened by URI.
@NullMarked
package dev.signalbox.runtime.store;

import org.jspecify.annotations.NullMarked;
