package dev.signalbox.registry.report;

import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.registry.account.DecisionAccount;
import dev.signalbox.registry.words.ActionText;
import dev.signalbox.registry.words.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every decision with its rationale, evidence, alternatives and rulings.
final class DecisionsSection {
    private DecisionsSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        model.put(
                "decisions",
                story.decisions().stream()
                        .map(decision -> decision(decision, story))
                        .toList());
        model.put("hasDecisions", !story.decisions().isEmpty());
    }

    private static Map<String, Object> decision(Decision decision, Story story) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("decisionId", decision.decisionId());
        item.put("situation", situation(decision));
        item.put("action", ActionText.of(decision.action()));
        item.put(
                "account",
                story.accounts().stream()
                        .filter(account -> account.decisionId().equals(decision.decisionId()))
                        .map(DecisionsSection::account)
                        .toList());
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

    private static Map<String, Object> account(DecisionAccount account) {
        DecisionAccount.Cost cost = account.cost();
        return Map.of(
                "seen", String.join(" · ", account.seen()),
                "cameOfIt", account.cameOfIt(),
                "cost", cost.stages().isEmpty() ? "nothing ran" : cost(cost));
    }

    private static String cost(DecisionAccount.Cost cost) {
        return String.join(", ", cost.stages()) + ": " + Text.duration(cost.millis())
                + (cost.models() == 0 ? "" : ", " + Text.count(cost.models(), "model"))
                + (cost.costUsd() > 0 ? ", $" + Text.number(cost.costUsd()) : "");
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
