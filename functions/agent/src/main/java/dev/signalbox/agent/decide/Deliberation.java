package dev.signalbox.agent.decide;

import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.planner.Planner;
import dev.signalbox.agent.planner.Planners;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.PlannerKind;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.PlannerAccount;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.ShadowProposal;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.runtime.StageEnvironment;
import org.jspecify.annotations.Nullable;

/// A settled junction with what its planners used and what another would have proposed.
///
/// @param settlement what is done
/// @param account null where the planner asks nobody
/// @param shadow null where there is none
public record Deliberation(
        Junction.Settlement settlement,
        @Nullable PlannerAccount account,
        @Nullable ShadowProposal shadow) {

    /// Of a planner that asks nobody, without a shadow.
    public static Deliberation of(Junction.Settlement settlement) {
        return new Deliberation(settlement, null, null);
    }

    /// Lets the pipeline's planner propose and the guardrails rule, and then its shadow.
    static Deliberation of(
            PipelineConfig config, StageEnvironment environment, GuardrailChain guardrails, RunView view) {
        Planner planner = Planners.of(config.planner().kind(), config, environment);
        Junction.Settlement settlement = new Junction(planner, guardrails).settle(view);
        return new Deliberation(
                settlement, planner.account().orElse(null), shadow(config, environment, guardrails, view, settlement));
    }

    /// What services charge for it, in USD.
    double costUsd() {
        return costUsd(account) + costUsd(shadow == null ? null : shadow.account());
    }

    /// What language models read and wrote for it, by their servers' count.
    long tokens() {
        return tokens(account) + tokens(shadow == null ? null : shadow.account());
    }

    private static double costUsd(@Nullable PlannerAccount account) {
        return account == null ? 0 : account.costUsd();
    }

    private static long tokens(@Nullable PlannerAccount account) {
        return account == null ? 0 : account.tokensIn() + account.tokensOut();
    }

    /// A shadow that fails is recorded as such; it never disturbs the one that decides.
    private static @Nullable ShadowProposal shadow(
            PipelineConfig config,
            StageEnvironment environment,
            GuardrailChain guardrails,
            RunView view,
            Junction.Settlement settled) {
        PlannerKind shadow = config.planner().shadow();
        if (shadow == null) {
            return null;
        }
        try {
            Planner planner = Planners.of(shadow, config, environment);
            Attempt attempt = guardrails.judge(planner.propose(view), view);
            PlannerAccount used = planner.account().orElse(null);
            // What the rules said in its place says nothing of the shadow.
            if (used != null && used.fallback() != null) {
                return new ShadowProposal(shadow, null, used.fallback(), false, used);
            }
            boolean agrees = attempt.proposal().action().equals(settled.action());
            return new ShadowProposal(shadow, attempt, null, agrees, used);
        } catch (StageFailure e) {
            String fault = StageFailure.messageOf(String.valueOf(e.getMessage()));
            return new ShadowProposal(shadow, null, fault, false, null);
        }
    }
}
