package dev.signalbox.agent.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.ArrayList;
import java.util.List;

/// Facts whose JSON fits into a number of bytes.
final class Bounded {
    private Bounded() {}

    /// The longest front part of the list that fits.
    ///
    /// @param bytes of JSON with separators
    static <T> List<T> front(int bytes, List<T> facts) {
        List<T> taken = new ArrayList<>();
        int used = 0;
        for (T fact : facts) {
            used += sizeBytes(fact) + 1;
            if (used > bytes) {
                break;
            }
            taken.add(fact);
        }
        return taken;
    }

    /// The longest back part of the list that fits, in the order of the list.
    static <T> List<T> back(int bytes, List<T> facts) {
        return front(bytes, facts.reversed()).reversed();
    }

    /// How long the fact is as JSON.
    static int sizeBytes(Object fact) {
        try {
            return ContractJson.LENIENT.writeValueAsBytes(fact).length;
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure("A fact cannot be written as JSON.", "Report this defect.", e);
        }
    }
}
