package dev.signalbox.agent.planner.llm;

/// The model gave no proposal and is not asked again; the message says why, in our words alone.
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
