package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bounded, typed picture of the run that planners and guardrails see: at most 32 KiB as JSON.
///
/// @param version of this shape; 1
/// @param situation what the junction is about
/// @param pipeline the pipeline's name
/// @param budget what may still be spent
/// @param data the dataset in numbers
/// @param findings most severe first, bounded
/// @param candidates best first, bounded
/// @param champion null for the first model of a pipeline
/// @param decisions of this run, oldest first
/// @param answers of this run, oldest first
/// @param failure only in the situation `failure`
/// @param memory earlier runs, newest first, bounded
/// @param controls what operators and the machine hold over the agent; absent: nothing
public record RunView(
        int version,
        Situation situation,
        String pipeline,
        BudgetLeft budget,
        DataFacts data,
        List<FindingFact> findings,
        List<CandidateFact> candidates,
        @Nullable ChampionFact champion,
        List<PastDecision> decisions,
        List<HumanAnswer> answers,
        @Nullable FailureFact failure,
        List<MemoryFact> memory,
        Controls controls) {
    public RunView {
        Require.present(situation, "situation");
        Require.notBlank(pipeline, "pipeline");
        Require.present(budget, "budget");
        findings = Require.listOrEmpty(findings);
        candidates = Require.listOrEmpty(candidates);
        decisions = Require.listOrEmpty(decisions);
        answers = Require.listOrEmpty(answers);
        memory = Require.listOrEmpty(memory);
        controls = controls == null ? Controls.none() : controls;
        Require.that(
                (situation == Situation.FAILURE) == (failure != null),
                "failure goes with the situation 'failure' and only with it");
    }

    /// Without controls.
    public RunView(
            int version,
            Situation situation,
            String pipeline,
            BudgetLeft budget,
            DataFacts data,
            List<FindingFact> findings,
            List<CandidateFact> candidates,
            @Nullable ChampionFact champion,
            List<PastDecision> decisions,
            List<HumanAnswer> answers,
            @Nullable FailureFact failure,
            List<MemoryFact> memory) {
        this(
                version,
                situation,
                pipeline,
                budget,
                data,
                findings,
                candidates,
                champion,
                decisions,
                answers,
                failure,
                memory,
                Controls.none());
    }

    /// The same with controls.
    public RunView with(Controls held) {
        return new RunView(
                version,
                situation,
                pipeline,
                budget,
                data,
                findings,
                candidates,
                champion,
                decisions,
                answers,
                failure,
                memory,
                held);
    }
}
