package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.runtime.store.LedgerChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run's record is tampered with in every way that files and rows allow.
class VerifyTest {
    @TempDir
    static Path shared;

    private static Commands commands;
    private static Path database;
    private static Path artifacts;
    private static String runId;
    private static int entries;

    @BeforeAll
    static void runOnce() {
        commands = new Commands(shared.resolve("workspace"));
        database = commands.workspace().resolve("ledger.db");
        runId = commands.json("run", Commands.PENGUINS, "--target", "species", "--pipeline", "a")
                .json()
                .path("runId")
                .asText();
        artifacts = commands.workspace().resolve("artifacts");
        JsonNode audit = commands.json("verify", runId).json();
        entries = audit.path("entries").asInt();
    }

    @BeforeEach
    void isIntactBefore() {
        CommandLineRun run = commands.json("verify", runId);
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.json().path("faults")).isEmpty();
        assertThat(run.json().path("artifacts").asInt()).isGreaterThan(20);
    }

    @Test
    void saysWhatItChecked() {
        assertThat(commands.text("verify", runId).out())
                .contains(runId + " is as it was written: " + entries + " entries, ")
                .containsPattern("head [0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({
        "delete from entry where sequence = 3, entry_missing, entry 3",
        "delete from entry where sequence in (1), entry_missing, entry 1",
        "'update entry set document = replace(document, ''\"durationMillis\":'', ''\"durationMillis\":1'') where sequence = 3', entry_changed, entry 3",
        "'update entry set document = replace(document, '','', '', '') where sequence = 3', entry_changed, entry 3",
        "update entry set document = 'nonsense' where sequence = 3, entry_changed, entry 3",
        "'update entry set document = substr(document, 1, length(document) - 1) || '',\"more\":1}'' where sequence = 3', entry_changed, entry 3",
        "update entry set document = (select document from entry where sequence = 4) where sequence = 3, entry_reordered, entry 3",
        "'insert into entry select run_id, 0, document from entry where sequence = 1', chain_cut, entry 0",
        "delete from head, chain_cut, head",
        "'update run set document = replace(document, ''promoted'', ''rejected'')', index_differs, run",
        "'update model_version set document = replace(document, ''\"runId\":\"'', ''\"runId\":\"x'')', index_differs, version 1"
    })
    void namesWhatWasDoneToARow(String statement, String kind, String what) throws SQLException, IOException {
        assertFault(withRows(statement), kind, what);
    }

    @Test
    void namesEntriesThatWereSwapped() throws SQLException, IOException {
        JsonNode faults = withRows(
                "update entry set sequence = -1 where sequence = 5",
                "update entry set sequence = 5 where sequence = 6",
                "update entry set sequence = 6 where sequence = -1");

        assertFault(faults, "entry_reordered", "entry 5");
        assertFault(faults, "entry_reordered", "entry 6");
    }

    @Test
    void namesTheEndThatWasCutOff() throws SQLException, IOException {
        assertFault(withRows("delete from entry where sequence = " + entries), "chain_cut", "entry " + entries);
        assertFault(
                withRows("delete from entry where sequence > " + (entries - 3)),
                "chain_cut",
                "entries " + (entries - 2) + " to " + entries);
        assertFault(withRows("delete from entry"), "chain_cut", "entries 1 to " + entries);
    }

    @Test
    void namesAnEntryThatWasAppendedBesideTheLedger() throws SQLException, IOException {
        LedgerEntry last = last();
        LedgerEntry forged = LedgerChain.next(runId, last, last.at(), last.event());

        assertFault(
                withRows("insert into entry values ('" + runId + "', " + forged.sequence() + ", '" + json(forged)
                        + "')"),
                "chain_cut",
                "entry " + forged.sequence());
    }

    @Test
    void namesAnEntryWhoseHashWasMadeToFit() throws SQLException, IOException {
        LedgerEntry third = entry(3);
        LedgerEntry forged = LedgerChain.next(runId, entry(2), third.at().plusSeconds(1), third.event());

        assertFault(replaced(forged), "entry_changed", "entry 3");
    }

    @Test
    void namesTheLastEntryWhoseHashWasMadeToFit() throws SQLException, IOException {
        LedgerEntry last = last();
        LedgerEntry forged =
                LedgerChain.next(runId, entry(entries - 1), last.at().plusSeconds(1), last.event());

        assertFault(replaced(forged), "entry_changed", "entry " + entries);
    }

    @Test
    void aHashThatSomebodyKeptShowsAChainThatWasRewrittenWithItsHead() throws SQLException, IOException {
        String kept = last().hash().substring(0, 12);
        LedgerEntry last = last();
        LedgerEntry forged =
                LedgerChain.next(runId, entry(entries - 1), last.at().plusSeconds(1), last.event());
        try (Restored _ = new Restored(database)) {
            update(
                    "update entry set document = '" + json(forged) + "' where sequence = " + entries,
                    "update head set hash = '" + forged.hash() + "'");

            assertThat(commands.json("verify", runId).exitCode()).isZero();
            CommandLineRun compared = commands.json("verify", runId, "--head", kept);
            assertThat(compared.exitCode()).isEqualTo(8);
            assertFault(compared.json().path("faults"), "chain_cut", "head");
        }
        assertThat(commands.json("verify", runId, "--head", kept).exitCode()).isZero();
    }

    @Test
    void namesEveryArtifactThatIsGoneOrHasOtherBytes() throws IOException {
        for (Path file : files(artifacts.resolve("runs"))) {
            try (Restored _ = new Restored(file)) {
                Files.writeString(file, "x", StandardOpenOption.APPEND);
                assertFault(faults(), "artifact_changed", file.toUri().toString());
            }
        }
        for (Path file :
                List.of(named("decision"), named("dataset"), named("profile"), named("gate"), named("report"))) {
            try (Restored _ = new Restored(file)) {
                Files.delete(file);
                assertFault(faults(), "artifact_missing", file.toUri().toString());
            }
        }
    }

    @Test
    void namesArtifactsThatWereSwapped() throws IOException {
        Path gate = named("gate");
        Path profile = named("profile");
        try (Restored _ = new Restored(gate);
                Restored _ = new Restored(profile)) {
            byte[] bytes = Files.readAllBytes(gate);
            Files.copy(profile, gate, StandardCopyOption.REPLACE_EXISTING);
            Files.write(profile, bytes);

            assertFault(faults(), "artifact_changed", gate.toUri().toString());
            assertFault(faults(), "artifact_changed", profile.toUri().toString());
        }
    }

    @Test
    void namesARememberedAnswerThatALaterRunWouldTake() throws IOException {
        Path answer = files(artifacts.resolve("cache/validate")).getFirst();
        try (Restored _ = new Restored(answer)) {
            Files.writeString(answer, Files.readString(answer).replace("usable", "unusable"));

            assertFault(faults(), "artifact_changed", answer.toUri().toString());
        }
    }

    private static JsonNode replaced(LedgerEntry forged) throws SQLException, IOException {
        return withRows("update entry set document = '" + json(forged) + "' where sequence = " + forged.sequence());
    }

    private static JsonNode withRows(String... statements) throws SQLException, IOException {
        try (Restored _ = new Restored(database)) {
            update(statements);
            return faults();
        }
    }

    private static void update(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            }
        }
    }

    private static JsonNode faults() {
        CommandLineRun run = commands.json("verify", runId);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(8);
        return run.json().path("faults");
    }

    private static void assertFault(JsonNode faults, String kind, String what) {
        assertThat(faults)
                .as("%s of %s in %s", kind, what, faults)
                .anyMatch(fault -> fault.path("kind").asText().equals(kind)
                        && fault.path("what").asText().startsWith(what)
                        && !fault.path("message").asText().isEmpty());
    }

    private static LedgerEntry last() {
        return entry(entries);
    }

    private static LedgerEntry entry(int sequence) {
        ObjectNode stored = (ObjectNode) commands.json("show", runId).json().at("/ledger/" + (sequence - 1));
        return ContractJson.LENIENT.convertValue(stored, LedgerEntry.class);
    }

    private static String json(LedgerEntry entry) throws IOException {
        return ContractJson.LENIENT.writeValueAsString(entry).replace("'", "''");
    }

    private static Path named(String start) throws IOException {
        return files(artifacts.resolve("runs")).stream()
                .filter(file -> file.getFileName().toString().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
