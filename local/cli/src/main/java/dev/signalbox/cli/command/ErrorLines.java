package dev.signalbox.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.cli.run.RunDocument;
import dev.signalbox.contract.ContractJson;
import java.util.Map;
import picocli.CommandLine;

/// A failure on standard error in two lines, and where a machine listens also as a document on standard
/// output.
final class ErrorLines {
    private ErrorLines() {}

    static void print(CommandLine command, boolean json, RunDocument.Failure said) {
        if (json) {
            command.getOut().println(document(said));
            command.getOut().flush();
        }
        command.getErr().println(command.getColorScheme().errorText("signalbox: " + said.message()));
        if (!said.hint().isEmpty()) {
            command.getErr().println("  " + said.hint());
        }
        command.getErr().flush();
    }

    private static String document(RunDocument.Failure said) {
        try {
            return ContractJson.LENIENT.writeValueAsString(Map.of("error", said));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three texts cannot fail to be JSON", e);
        }
    }
}
