package dev.signalbox.runtime.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The shared inputs in `events/<stage>/`. `${events}` in a file stands for the URI of the `events` folder,
/// so that references reach the documents beside it.
public final class SharedEvents {
    private final Path root;
    private final String stage;

    /// @param stage the folder, such as `decide`
    public SharedEvents(String stage) {
        String top = System.getProperty("signalbox.root", "../..");
        this.root = Path.of(top).resolve("events").toAbsolutePath().normalize();
        this.stage = stage;
    }

    /// The bytes of `<name>.json` with its references resolved.
    public byte[] request(String name) throws IOException {
        String text = Files.readString(root.resolve(stage).resolve(name + ".json"));
        String base = root.toUri().toString().replaceAll("/$", "");
        return text.replace("${events}", base).getBytes(StandardCharsets.UTF_8);
    }

    /// What `<name>.expected.json` holds: the members of the answer that are fixed.
    public JsonNode expected(String name) throws IOException {
        return ContractJson.LENIENT.readTree(
                Files.readAllBytes(root.resolve(stage).resolve(name + ".expected.json")));
    }

    /// An answer without `usage`, which differs from call to call.
    public static JsonNode withoutUsage(byte[] answer) throws IOException {
        ObjectNode node = (ObjectNode) ContractJson.LENIENT.readTree(answer);
        node.remove("usage");
        return node;
    }
}
