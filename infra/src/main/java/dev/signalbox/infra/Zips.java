package dev.signalbox.infra;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The zips of the functions, one a team.
///
/// @param byTeam a readable file each
public record Zips(Map<Team, Path> byTeam) {
    public Zips {
        byTeam = Map.copyOf(byTeam);
    }

    /// The zips that the build makes.
    ///
    /// Raises [InvalidInput] where one is missing.
    public static Zips built(Path root) {
        return of(team -> root.resolve("functions/" + team.id() + "/target/" + fileName(team)));
    }

    /// Zips in one folder.
    ///
    /// Raises [InvalidInput] where one is missing.
    public static Zips in(Path folder) {
        return of(team -> folder.resolve(fileName(team)));
    }

    /// The zip of a team.
    public Path of(Team team) {
        return java.util.Objects.requireNonNull(byTeam.get(team));
    }

    /// What a team's functions are, for the fingerprint of cached stages: another team's change leaves it
    /// alone.
    public String codeVersion(Team team) {
        try {
            return Digests.sha256(of(team));
        } catch (IOException e) {
            throw new InvalidInput(
                    "The zip " + of(team) + " cannot be read: " + e.getMessage() + ".", "Build again.", e);
        }
    }

    private static String fileName(Team team) {
        return "signalbox-" + team.id() + "-lambda.zip";
    }

    private static Zips of(java.util.function.Function<Team, Path> place) {
        List<String> missing = Arrays.stream(Team.values())
                .map(place)
                .filter(file -> !Files.isReadable(file))
                .map(Path::toString)
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    "The functions are not built: there is no " + String.join(", no ", missing) + ".",
                    "Build them with mvn -DskipTests package, or name their folder with -c zips=FOLDER.");
        }
        Map<Team, Path> zips = new EnumMap<>(Team.class);
        Arrays.stream(Team.values()).forEach(team -> zips.put(team, place.apply(team)));
        return new Zips(zips);
    }
}
