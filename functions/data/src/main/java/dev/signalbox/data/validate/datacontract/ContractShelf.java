package dev.signalbox.data.validate.datacontract;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.store.Ledger;
import java.util.Optional;

/// Where a pipeline's contract stands: the file in the artifact store, the pointer to it in the ledger's
/// register `contract`, moved by compare-and-set alone.
public final class ContractShelf {
    /// The register's name.
    public static final String REGISTER = "contract";

    private static final String FILE = "contract.json";

    private final Ledger ledger;
    private final Documents documents;
    private final String pipeline;

    /// @param pipeline whose contract
    public ContractShelf(Ledger ledger, Documents documents, String pipeline) {
        this.ledger = ledger;
        this.documents = documents;
        this.pipeline = pipeline;
    }

    /// The contract in force; empty before the first.
    public Optional<Kept> current() {
        return ledger.register(pipeline, REGISTER)
                .map(register -> new Kept(
                        register.version(), register.value(), documents.read(register.value(), DataContract.class)));
    }

    /// Puts a contract in force, unless its terms are those that are in force already.
    ///
    /// @param seen the contract in force when the dataset was judged
    /// @param folder where the file goes
    /// @return the contract in force now: the new one, or the one of another run that came first
    public Kept replace(Optional<Kept> seen, DataContract terms, String folder) {
        int before = seen.map(Kept::version).orElse(0);
        DataContract next = terms.withVersion(before + 1);
        if (seen.isPresent()
                && seen.get().contract().withVersion(next.version()).equals(next)) {
            return seen.get();
        }
        ArtifactRef file = documents.write(folder, FILE, next);
        // The loser of a race between two first runs lives by the winner's contract.
        return ledger.setRegister(pipeline, REGISTER, before, file)
                ? new Kept(before + 1, file, next)
                : current().orElseGet(() -> new Kept(before + 1, file, next));
    }

    /// A contract in force.
    ///
    /// @param version of the register
    /// @param file contract.json
    /// @param contract its terms
    public record Kept(int version, ArtifactRef file, DataContract contract) {}
}
