package dev.signalbox.agent.wire;

import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The JSON Schema (draft 2020-12) of a whole proposal, as a language model is given it. Derived from
/// [Draft]
/// and kept as a file; a test keeps both equal.
///
/// Limitations: it is wider than the records where a rule binds several members; [ProposalReader] has the
/// last
/// word.
public final class ProposalSchema {
    private static final String FILE = "proposal.schema.json";

    private ProposalSchema() {}

    /// The schema as JSON.
    public static String text() {
        try (InputStream file = ProposalSchema.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new UnexpectedFailure("The schema of proposals is not in the archive.", "Build it again.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnexpectedFailure("The schema of proposals cannot be read.", "Build the archive again.", e);
        }
    }
}
