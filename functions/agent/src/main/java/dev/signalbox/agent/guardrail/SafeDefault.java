package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Situation;

/// What is done when no proposal was found acceptable: the end that changes nothing in production.
public final class SafeDefault {
    private SafeDefault() {}

    /// Data is set aside, the champion stays, a failure is left to people.
    public static Action of(Situation situation) {
        return switch (situation) {
            case DATA -> new Action.Quarantine("No acceptable way to use this data was proposed.");
            case MODELS, DRIFT -> new Action.Reject("No acceptable next step was proposed; the champion stays.");
            case FAILURE -> new Action.Finish();
        };
    }
}
