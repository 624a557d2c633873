package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Counts what the variables of one execution take, those of its branches and iterations included; each child
/// execution of a distributed Map has its own.
///
/// Source: Developer Guide, "Passing data between states with variables", Limits. Which error is raised is not
/// documented: it is the one of every other quota of sizes.
final class VariableStore {

    /// All variables of an execution together: 10 MiB.
    static final long LIMIT_BYTES = 10L * 1024 * 1024;

    private long bytes;

    /// Counts that a variable has a new value.
    ///
    /// @param before what it had; absent when it is new
    /// @param after what it has; absent when it is gone
    void replace(@Nullable JsonNode before, @Nullable JsonNode after) {
        bytes += size(after) - size(before);
    }

    /// Refuses an `Assign` over 256 KiB, and one that takes the execution over its limit.
    ///
    /// @param assigned an object with one member per variable
    void check(Strand strand, JsonNode assigned) throws StateFailure {
        if (PayloadSize.exceedsLimit(assigned)) {
            throw Interpreter.tooLarge(strand, "The state '" + strand.stateName + "' assigned variables");
        }
        long after = bytes;
        for (var member : assigned.properties()) {
            after += size(member.getValue()) - size(strand.ownVariables.get(member.getKey()));
        }
        if (after > LIMIT_BYTES) {
            throw new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    Evaluator.inState(
                            strand,
                            "The variables of the execution would take " + after
                                    + " bytes, more than the service limit (" + LIMIT_BYTES + ")."));
        }
    }

    private static long size(@Nullable JsonNode value) {
        return value == null ? 0 : PayloadSize.bytes(value, Long.MAX_VALUE);
    }
}
