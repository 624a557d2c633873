package dev.signalbox.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.runtime.StageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// A team that changes its part deploys its part.
class TeamsTest {
    @Test
    void aNewZipOfOneTeamChangesTheFunctionsOfThatTeamAlone() throws IOException {
        JsonNode before = Deployment.dev().core().path("Resources");
        JsonNode after = Deployment.of(
                        Map.of("stage", "dev", "zips", changed(Team.DATA).toString()))
                .core()
                .path("Resources");

        assertThat(before).isNotEqualTo(after);
        assertThat(differing(before, after))
                .isNotEmpty()
                .allMatch(id -> Arrays.stream(StageName.values())
                        .filter(stage -> FunctionSize.of(stage).team() == Team.DATA)
                        .anyMatch(stage -> id.startsWith("StageFunctions" + stage.title())));
    }

    @Test
    void everyModuleAndItsEventsHaveTheirOwner() throws IOException {
        List<String> owned = Files.readAllLines(Deployment.ROOT.resolve("CODEOWNERS"));

        for (Team team : Team.values()) {
            assertThat(owned).anyMatch(line -> line.startsWith("/functions/" + team.id() + "/ "));
        }
        for (StageName stage : StageName.values()) {
            String owner = FunctionSize.of(stage).team() == Team.REGISTRY
                    ? "platform"
                    : FunctionSize.of(stage).team().id();
            assertThat(owned)
                    .as("CODEOWNERS of events/" + stage.id())
                    .anyMatch(line ->
                            line.startsWith("/events/" + stage.id() + "/ ") && line.endsWith("@signalbox/" + owner));
        }
    }

    private static Set<String> differing(JsonNode before, JsonNode after) {
        Set<String> ids = new TreeSet<>();
        before.fieldNames().forEachRemaining(ids::add);
        after.fieldNames().forEachRemaining(ids::add);
        ids.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
        return ids;
    }

    private static Path changed(Team team) throws IOException {
        Path folder = Deployment.zips();
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("signalbox-" + team.id() + "-lambda.zip")))) {
            ZipEntry entry = new ZipEntry("changed");
            entry.setTime(0);
            zip.putNextEntry(entry);
        }
        return folder;
    }
}
