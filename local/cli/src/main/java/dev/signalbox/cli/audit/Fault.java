package dev.signalbox.cli.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Something that is not as it was written.
///
/// @param kind what is wrong
/// @param what an entry (`entry 7`), an artifact's URI, or what else is meant
/// @param message what was found and what was expected
public record Fault(Kind kind, String what, String message) {
    /// What can be wrong.
    public enum Kind {
        /// An entry does not have the content that its hash says, or another one than a later entry says.
        ENTRY_CHANGED,
        /// An entry between others is gone.
        ENTRY_MISSING,
        /// An entry stands at another one's place.
        ENTRY_REORDERED,
        /// Entries at the end are gone, or more stand there than were appended.
        CHAIN_CUT,
        /// The index of runs or of versions says something else than the chain.
        INDEX_DIFFERS,
        /// An artifact has other bytes.
        ARTIFACT_CHANGED,
        /// An artifact is not there.
        ARTIFACT_MISSING;

        /// The lower-case name that stands in JSON.
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
