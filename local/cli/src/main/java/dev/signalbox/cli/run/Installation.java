package dev.signalbox.cli.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.InvalidDefinitionException;
import dev.signalbox.asl.StateMachine;
import dev.signalbox.cli.host.FunctionHost;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where this program stands and what it was built from.
///
/// @param home the folder with `statemachines/`
/// @param codeVersion of the functions: part of every stage's fingerprint
public record Installation(Path home, String codeVersion) {
    private static final String MACHINE = "model-pipeline";

    /// As the launcher says in system properties.
    public static Installation current() {
        return new Installation(
                Path.of(System.getProperty("signalbox.home", "")).toAbsolutePath(),
                System.getProperty("signalbox.codeVersion", "development"));
    }

    /// The pipeline's state machine, the file that is deployed to AWS, with functions by their local names.
    ///
    /// Raises [InvalidInput] when the file is missing or not a sound definition.
    public StateMachine machine() {
        Path file = home.resolve("statemachines").resolve(MACHINE + ".asl.json");
        try {
            JsonNode definition = ContractJson.LENIENT.readTree(Files.readAllBytes(file));
            return StateMachine.load(MACHINE, definition, FunctionHost.substitutions());
        } catch (InvalidDefinitionException e) {
            throw new InvalidInput(
                    file + " is not a sound definition: " + e.getMessage(),
                    "See signalbox asl validate " + file + ".",
                    e);
        } catch (JacksonException e) {
            throw new InvalidInput(
                    file + " is not JSON: " + e.getOriginalMessage() + ".", "Restore it from version control.", e);
        } catch (IOException e) {
            throw new InvalidInput(
                    "The state machine " + file + " cannot be read.", "Start Signalbox by its launcher script.", e);
        }
    }
}
