package dev.signalbox.registry.report;

import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every decision with its rationale, evidence, alternatives and rulings.
final class DecisionsSection {
    private DecisionsSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        model.put(
                "decisions",
                story.decisions().stream().map(DecisionsSection::decision).toList());
        model.put("hasDecisions", !story.decisions().isEmpty());
    }

    private static Map<String, Object> decision(Decision decision) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("decisionId", decision.decisionId());
        item.put("situation", situation(decision));
        item.put("action", ActionText.of(decision.action()));
        item.put("safeDefault", decision.safeDefault());
        item.put(
                "digest",
                decision.actionDigest()
                        .substring(0, Math.min(12, decision.actionDigest().length())));
        item.put(
                "attempts",
                decision.attempts().stream().map(DecisionsSection::attempt).toList());
        return item;
    }

    private static String situation(Decision decision) {
        return switch (decision.situation()) {
            case DATA -> "about the data";
            case MODELS -> "about the models";
            case FAILURE -> "about a failure";
            case DRIFT -> "about drift";
        };
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("rationale", attempt.proposal().rationale());
        item.put("rule", attempt.proposal().rule().replace('_', ' '));
        item.put("planner", attempt.proposal().planner());
        item.put("denied", attempt.outcome() == RulingOutcome.DENY);
        item.put("proposed", ActionText.of(attempt.proposal().action()));
        item.put(
                "evidence",
                attempt.proposal().evidence().stream()
                        .map(DecisionsSection::evidence)
                        .toList());
        item.put("hasEvidence", !attempt.proposal().evidence().isEmpty());
        item.put(
                "alternatives",
                attempt.proposal().alternatives().stream()
                        .map(DecisionsSection::alternative)
                        .toList());
        item.put("hasAlternatives", !attempt.proposal().alternatives().isEmpty());
        item.put(
                "rulings",
                attempt.rulings().stream().map(DecisionsSection::ruling).toList());
        return item;
    }

    private static Map<String, String> evidence(Evidence evidence) {
        return Map.of("fact", evidence.fact(), "number", Text.number(evidence.value()));
    }

    private static Map<String, String> alternative(Alternative alternative) {
        return Map.of("instead", ActionText.of(alternative.action()), "whyNot", alternative.reason());
    }

    private static String said(RulingOutcome outcome) {
        return switch (outcome) {
            case ALLOW -> "allowed";
            case ASK -> "ask first";
            case DENY -> "denied";
        };
    }

    private static Map<String, Object> ruling(Ruling ruling) {
        return Map.of(
                "guardrail",
                ruling.guardrail().replace('_', ' '),
                "allowed",
                ruling.outcome() == RulingOutcome.ALLOW,
                "said",
                said(ruling.outcome()),
                "because",
                ruling.reason());
    }
}
