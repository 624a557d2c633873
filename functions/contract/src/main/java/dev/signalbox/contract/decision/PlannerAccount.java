package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.PlannerKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a planner that asks a service used at one junction. Holds no key, no prompt and no answer.
///
/// @param planner its kind
/// @param model as its provider names it
/// @param prompt version of the prompt, such as `1`
/// @param calls made, 0 or more
/// @param tokensIn read by the model over all calls, as its server counts
/// @param tokensOut written by the model over all calls
/// @param costUsd by the price of the model; 0 where none is known
/// @param latencyMillis of all calls together
/// @param corrections how often the model was told what was wrong with its answer, 0 to 2
/// @param faults what went wrong, in order; ours, never a word of the answer
/// @param fallback why the rules proposed in its place; null where they did not
public record PlannerAccount(
        PlannerKind planner,
        String model,
        String prompt,
        int calls,
        long tokensIn,
        long tokensOut,
        double costUsd,
        long latencyMillis,
        int corrections,
        List<String> faults,
        @Nullable String fallback) {
    public PlannerAccount {
        Require.present(planner, "planner");
        Require.notBlank(model, "model");
        Require.notBlank(prompt, "prompt");
        Require.inRange(costUsd, 0, 1_000_000, "costUsd");
        faults = Require.listOrEmpty(faults);
    }
}
