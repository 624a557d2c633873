package dev.signalbox.cli.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.wire.ProposalReader;
import dev.signalbox.agent.wire.Reading;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A folder of cases, each a folder with an `action.json` and a `view.json`.
public final class GuardCases {
    private static final String ACTION = "action.json";
    private static final String VIEW = "view.json";
    private static final int LARGEST_BYTES = 1 << 20;

    private GuardCases() {}

    /// Has the guardrails of a junction rule on each case, in the order of their names. A case that cannot be
    /// read is denied with the reason `malformed` and does not stop the others.
    ///
    /// Raises [InvalidInput] when there is no such folder, or nothing in it.
    public static void rule(Path folder, Consumer<Line> lines) {
        List<Path> cases = folders(folder);
        if (cases.isEmpty()) {
            throw new InvalidInput(
                    folder + " holds no case.", "Each case is a folder in it with an action.json and a view.json.");
        }
        cases.forEach(one -> lines.accept(line(one)));
    }

    private static Line line(Path folder) {
        String name = String.valueOf(folder.getFileName());
        try {
            return switch (ProposalReader.read(bytes(folder, ACTION), "guard_check", ACTION)) {
                case Reading.Malformed malformed -> new Line(name, List.of(malformed.ruling()));
                case Reading.Understood understood -> {
                    RunView view = GuardView.read(ContractJson.STRICT.readTree(bytes(folder, VIEW)));
                    Attempt attempt = GuardrailChain.standard().judge(understood.proposal(), view);
                    yield new Line(name, attempt.rulings());
                }
            };
        } catch (JacksonException e) {
            return broken(name, VIEW + " does not describe a view: " + e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException | InvalidInput e) {
            return broken(name, String.valueOf(e.getMessage()));
        }
    }

    private static Line broken(String name, String found) {
        String reason = found.lines().findFirst().orElse(found);
        return new Line(
                name,
                List.of(new Ruling(
                        "case",
                        RulingOutcome.DENY,
                        "malformed",
                        reason.substring(0, Math.min(300, reason.length())) + " docs/agent.md describes a case.")));
    }

    private static byte[] bytes(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("There is no " + name + " in the case.", "Write one.");
        }
        if (Files.size(file) > LARGEST_BYTES && name.equals(VIEW)) {
            throw new InvalidInput(name + " has " + Files.size(file) + " bytes.", "A view has at most 32 KiB.");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_BYTES + 1);
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
    /// @param decision `allow`, `deny` or `ask`: the strictest ruling
    /// @param reason the code of the first ruling that is that strict; `ok` where it is allowed
    /// @param rulings of all guardrails, in their order
    public record Line(@JsonProperty("case") String name, String decision, String reason, List<Ruling> rulings) {
        private Line(String name, List<Ruling> rulings) {
            this(name, strictest(rulings).outcome().id(), strictest(rulings).code(), rulings);
        }

        private static Ruling strictest(List<Ruling> rulings) {
            Ruling strictest = rulings.getFirst();
            for (Ruling ruling : rulings) {
                strictest = ruling.outcome().compareTo(strictest.outcome()) > 0 ? ruling : strictest;
            }
            return strictest;
        }
    }
}
