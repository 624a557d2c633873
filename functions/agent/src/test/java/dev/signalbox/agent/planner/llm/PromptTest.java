package dev.signalbox.agent.planner.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.agent.guardrail.AllowedInSituation;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.TokenPrice;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.runtime.Digests;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTest {
    /// Of `prompt-2.txt`. A prompt that has been used is never changed: write the next one.
    private static final String PUBLISHED = "2017af6cc26e930e08d4d28e8838b5946e1619f011b46c4b15aa6efe9d4ad2a3";

    @Test
    void isThePublishedOne() {
        assertThat(Digests.sha256(Prompt.system(false))).isEqualTo(PUBLISHED);
    }

    @Test
    void namesEveryActionOfTheClosedSet() {
        for (Class<?> action : Action.class.getPermittedSubclasses()) {
            String type = action.getAnnotation(com.fasterxml.jackson.annotation.JsonTypeName.class)
                    .value();
            assertThat(Prompt.system(false)).contains("{\"type\": \"" + type + "\"");
        }
    }

    /// What is allowed is said as the guardrail says it.
    @Test
    void saysWhatIsAllowedInEachSituation() {
        for (RunView view : List.of(
                Views.data(dev.signalbox.contract.stage.DataVerdict.REPAIRABLE).view(),
                Views.models().view(),
                Views.failure("Train", "X", "m", 0).view())) {
            Action denied = AllowedInSituation.allows(view.situation(), new Action.Finish())
                    ? new Action.RepairData(List.of(new dev.signalbox.contract.action.Repair.DropDuplicates()))
                    : new Action.Finish();
            String reason = new AllowedInSituation()
                    .rule(new Proposal(denied, "r", List.of(), List.of(), "p", "r"), view)
                    .reason();
            String allowed = reason.substring(reason.indexOf("allowed are ") + "allowed are ".length());
            assertThat(Prompt.system(false)).contains(": " + allowed);
        }
    }

    @Test
    void findsThePriceUnderTheLongestName() {
        PriceTable table = PriceTable.standard();

        assertThat(table.of(LlmProvider.OPENAI, "gpt-4o-mini-2024-07-18")).contains(new TokenPrice(0.15, 0.6));
        assertThat(table.of(LlmProvider.BEDROCK, "eu.amazon.nova-lite-v1:0")).contains(new TokenPrice(0.06, 0.24));
        assertThat(table.of(LlmProvider.OPENAI, "my-own")).isEmpty();
        assertThat(table.asOf()).matches("\\d{4}-\\d\\d-\\d\\d");
    }
}
