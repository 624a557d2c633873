package dev.signalbox.agent.planner;

import dev.signalbox.agent.Junctions;
import dev.signalbox.agent.decide.DecideHandler;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A process in which `Decide` answers one request by the rules.
final class RulesAlone {
    private RulesAlone() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("rules");
        TestEnvironment environment = new TestEnvironment(folder);
        byte[] request = ContractJson.LENIENT.writeValueAsBytes(
                new Junctions(environment, folder).data(1, DataVerdict.UNUSABLE, List.of()));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new DecideHandler(environment.stage()).handleRequest(new ByteArrayInputStream(request), answer, null);
        System.out.println("settled by rules: " + answer);
    }
}
