package dev.signalbox.cli.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.agent.decide.Junction;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.planner.Planner;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.runtime.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of cases, each a folder with a `view.json`, a `data/` folder, or both.
///
/// @param planner who proposes in each of them
public record AgentCases(Planner planner) {
    private static final String VIEW = "view.json";
    private static final long LARGEST_VIEW_BYTES = 16 << 20;

    /// Decides each case, in the order of their names, as a junction would: the planner proposes, guardrails
    /// rule. A case that cannot be decided says why and does not stop the others.
    ///
    /// Raises [InvalidInput] when there is no such folder, or nothing in it.
    public void decide(Path folder, Consumer<Line> lines) {
        List<Path> cases = folders(folder);
        if (cases.isEmpty()) {
            throw new InvalidInput(
                    folder + " holds no case.",
                    "Each case is a folder in it with a view.json, a data folder, or both.");
        }
        cases.forEach(one -> lines.accept(decided(one)));
    }

    private Line decided(Path folder) {
        String name = String.valueOf(folder.getFileName());
        try {
            RunView view = view(folder);
            Junction.Settlement settlement = new Junction(planner, GuardrailChain.standard()).settle(view);
            return new Line(
                    name,
                    Chosen.of(view, settlement),
                    settlement.rationale(),
                    settlement.attempts(),
                    Digests.ofRecord(view),
                    null);
        } catch (StageFailure e) {
            String text = String.valueOf(e.getMessage());
            return Line.broken(name, e, StageFailure.messageOf(text), StageFailure.hintOf(text));
        } catch (IOException | RuntimeException e) {
            return Line.broken(name, e, "The case cannot be decided: " + e + ".", "Compare it with docs/cli.md.");
        }
    }

    private static RunView view(Path folder) throws IOException {
        Path file = folder.resolve(VIEW);
        Path data = folder.resolve("data");
        if (!Files.exists(file) && !Files.isDirectory(data)) {
            throw new InvalidInput("There is neither " + VIEW + " nor data in it.", "docs/cli.md describes a case.");
        }
        JsonNode written = Files.exists(file) ? read(file) : ContractJson.LENIENT.createObjectNode();
        return ViewDocument.read(
                written,
                Files.isDirectory(data)
                        ? CaseData.in(data, written.path("target").asText(null)).facts()
                        : null);
    }

    private static JsonNode read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_VIEW_BYTES) {
            throw new InvalidInput(
                    VIEW + " has " + Files.size(file) + " bytes; expected at most " + LARGEST_VIEW_BYTES + ".",
                    "A view that a run makes has at most 32 KiB.");
        }
        try {
            return ContractJson.STRICT.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new InvalidInput(
                    VIEW + " is not JSON: " + e.getOriginalMessage() + ".", "Write one JSON object into it.", e);
        }
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new InvalidInput("There is no folder " + folder + " that can be read.", "Name a folder of cases.", e);
        }
    }

    /// One case's line of output.
    ///
    /// @param name of its folder
    /// @param decision null where the case is broken
    /// @param explanation why, in plain words; null where the case is broken
    /// @param attempts each proposal with its rulings, the last of them what is done; null where the case is
    ///     broken
    /// @param viewDigest SHA-256 of the view's JSON; null where the case is broken
    /// @param error null where it was decided
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    public record Line(
            @com.fasterxml.jackson.annotation.JsonProperty("case")
            String name,

            @Nullable Chosen decision,
            @Nullable String explanation,
            @Nullable List<Attempt> attempts,
            @Nullable String viewDigest,
            RunDocument.@Nullable Failure error) {
        private static Line broken(String name, Exception e, String message, String hint) {
            return new Line(
                    name,
                    null,
                    null,
                    null,
                    null,
                    new RunDocument.Failure(e.getClass().getSimpleName(), message, hint));
        }
    }

    /// What is done: no text that the data brought has a part in it but as a parameter of the action.
    ///
    /// @param situation what the junction is about
    /// @param action what is done
    /// @param planner who proposed it
    /// @param rule that fired
    /// @param safeDefault whether no proposal was acceptable
    public record Chosen(Situation situation, Action action, String planner, String rule, boolean safeDefault) {
        private static Chosen of(RunView view, Junction.Settlement settlement) {
            Attempt last = settlement.attempts().getLast();
            return new Chosen(
                    view.situation(),
                    settlement.action(),
                    last.proposal().planner(),
                    last.proposal().rule(),
                    settlement.safeDefault());
        }
    }
}
