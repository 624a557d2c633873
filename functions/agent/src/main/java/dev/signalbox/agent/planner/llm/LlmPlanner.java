package dev.signalbox.agent.planner.llm;

import dev.signalbox.agent.planner.Planner;
import dev.signalbox.agent.wire.ProposalReader;
import dev.signalbox.agent.wire.Reading;
import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.config.TokenPrice;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.PlannerAccount;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Asks a language model, over another planner. What the model answers is read strictly; what cannot be read
/// and what a guardrail denies goes back to it with the reason, at most twice. Where it still has no
/// proposal, or the call fails in any way, the planner below proposes, and the account says why.
///
/// One instance serves one junction.
///
/// Limitations: a model's answers are not a function of the view; a replay takes them as recorded.
public final class LlmPlanner implements Planner {
    private static final String NAME = "llm";
    private static final int MOST_CORRECTIONS = 2;
    private static final TokenPrice FREE = new TokenPrice(0, 0);
    private final PlannerConfig config;
    private final Planner below;
    private final Clock clock;
    private final UnaryOperator<@Nullable String> variables;
    private final Meter meter;
    private @Nullable Conversation conversation;

    /// @param config with provider and model
    /// @param below proposes where the model does not
    /// @param clock for the latency in the account
    /// @param variables the environment's, by name, for the key; null for one that is not set
    public LlmPlanner(PlannerConfig config, Planner below, Clock clock, UnaryOperator<@Nullable String> variables) {
        this.config = config;
        this.below = below;
        this.clock = clock;
        this.variables = variables;
        String model = Objects.requireNonNull(config.model());
        LlmProvider provider = Objects.requireNonNull(config.provider());
        TokenPrice price = config.price() == null
                ? PriceTable.standard().of(provider, model).orElse(null)
                : config.price();
        this.meter = new Meter(model, price == null ? FREE : price);
        if (price == null && config.endpoint() == null) {
            meter.fault("No price of this model is known, so that it counts as free; write planner.price.");
        }
    }

    @Override
    public Proposal propose(RunView view, List<Attempt> denied) {
        if (!meter.hasFallenBack()) {
            try {
                return asked(view, denied);
            } catch (Unanswered e) {
                meter.fellBack(e.why());
            }
        }
        return below.propose(view, denied);
    }

    @Override
    public Optional<PlannerAccount> account() {
        return Optional.of(meter.account());
    }

    /// The model's first proposal, its corrections, and one of the planner below.
    @Override
    public int tries() {
        return MOST_CORRECTIONS + 2;
    }

    private Proposal asked(RunView view, List<Attempt> denied) throws Unanswered {
        if (conversation == null) {
            conversation = new Conversation(ChatModels.open(config, variables), config, meter, clock, view);
        } else {
            correct(conversation, denied.getLast().rulings());
        }
        while (true) {
            byte[] answer = conversation.answer().getBytes(StandardCharsets.UTF_8);
            switch (ProposalReader.read(answer, NAME, "prompt-" + Prompt.VERSION)) {
                case Reading.Understood understood -> {
                    return understood.proposal();
                }
                case Reading.Malformed malformed -> {
                    meter.fault("An answer was no proposal.");
                    correct(conversation, List.of(malformed.ruling()));
                }
            }
        }
    }

    private void correct(Conversation open, List<Ruling> rulings) throws Unanswered {
        if (meter.corrections() == MOST_CORRECTIONS) {
            throw new Unanswered("The model had no acceptable proposal after two corrections.");
        }
        meter.corrected();
        open.correct(rulings);
    }
}
