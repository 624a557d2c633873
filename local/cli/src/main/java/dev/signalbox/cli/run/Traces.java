package dev.signalbox.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.workspace.AtomicFiles;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Spans of a run's decisions as JSON lines, in the shape of OpenTelemetry's JSON and with its names for generative
/// AI. They are derived from the record: written again, they are the same.
///
/// Source: OpenTelemetry, "Semantic conventions for GenAI agent spans", operation `invoke_agent`.
public record Traces(LocalRuns runs, String runId) {
    private static final Set<String> JUNCTIONS = Set.of("decide", "triage");
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;
    private static final int KIND_INTERNAL = 1;
    private static final int STATUS_OK = 1;

    /// Writes the file, in place of an earlier one of the run.
    ///
    /// @return where it is; nothing is written there for a run without decisions
    public Path write() {
        RunDecisions told = RunDecisions.of(runs, runId);
        String lines = told.decisions().stream()
                .map(decision -> span(decision, told.entries()) + "\n")
                .collect(Collectors.joining());
        Path file = runs.traces(runId);
        if (lines.isEmpty()) {
            return file;
        }
        AtomicFiles.move(AtomicFiles.write(file, lines.getBytes(StandardCharsets.UTF_8)), file);
        return file;
    }

    private String span(Decision decision, List<LedgerEntry> entries) {
        int made = announced(decision, entries);
        LedgerEntry end = answered(made, entries);
        long took = end.event() instanceof LedgerEvent.StageFinished stage ? stage.durationMillis() : 0;
        String agent = end.event() instanceof LedgerEvent.StageFinished stage ? stage.stage() : "decide";
        ObjectNode span = ContractJson.LENIENT.createObjectNode();
        span.put("traceId", Digests.sha256(runId).substring(0, TRACE_DIGITS));
        span.put("spanId", Digests.sha256(runId + "/" + decision.decisionId()).substring(0, SPAN_DIGITS));
        span.put("name", "invoke_agent " + agent);
        span.put("kind", KIND_INTERNAL);
        span.put("startTimeUnixNano", nanos(end.at().minusMillis(took)));
        span.put("endTimeUnixNano", nanos(end.at()));
        attributes(span, decision, agent);
        for (Attempt attempt : decision.attempts()) {
            attempt.rulings().forEach(ruling -> event(span, end.at(), ruling));
        }
        span.putObject("status").put("code", STATUS_OK);
        return span.toString();
    }

    private static int announced(Decision decision, List<LedgerEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).event() instanceof LedgerEvent.DecisionMade made
                    && made.decisionId().equals(decision.decisionId())) {
                return i;
            }
        }
        throw new IllegalArgumentException("the ledger has no decision " + decision.decisionId());
    }

    /// The stage that announced the decision finishes behind it, unless its process died between the two.
    private static LedgerEntry answered(int made, List<LedgerEntry> entries) {
        return entries.stream()
                .skip(made + 1L)
                .takeWhile(entry -> !(entry.event() instanceof LedgerEvent.DecisionMade))
                .filter(entry ->
                        entry.event() instanceof LedgerEvent.StageFinished stage && JUNCTIONS.contains(stage.stage()))
                .findFirst()
                .orElse(entries.get(made));
    }

    private void attributes(ObjectNode span, Decision decision, String agent) {
        text(span, "gen_ai.operation.name", "invoke_agent");
        text(span, "gen_ai.provider.name", "signalbox");
        text(span, "gen_ai.agent.name", agent);
        text(span, "gen_ai.agent.id", decision.decisionId());
        text(span, "gen_ai.conversation.id", runId);
        text(span, "signalbox.situation", decision.situation().id());
        text(span, "signalbox.action", decision.action().type());
        text(span, "signalbox.action.digest", decision.actionDigest());
        text(span, "signalbox.view.digest", decision.viewDigest());
        if (!decision.attempts().isEmpty()) {
            text(
                    span,
                    "signalbox.planner",
                    decision.attempts().getLast().proposal().planner());
            text(
                    span,
                    "signalbox.rule",
                    decision.attempts().getLast().proposal().rule());
        }
        attribute(span, "signalbox.attempts")
                .put("intValue", Integer.toString(decision.attempts().size()));
        attribute(span, "signalbox.safe_default").put("boolValue", decision.safeDefault());
    }

    private static void event(ObjectNode span, Instant at, Ruling ruling) {
        ObjectNode event = span.withArray("events").addObject();
        event.put("timeUnixNano", nanos(at)).put("name", "signalbox.ruling");
        text(event, "signalbox.guardrail", ruling.guardrail());
        text(event, "signalbox.ruling.outcome", ruling.outcome().id());
        text(event, "signalbox.ruling.code", ruling.code());
    }

    private static void text(ObjectNode owner, String key, String value) {
        attribute(owner, key).put("stringValue", value);
    }

    private static ObjectNode attribute(ObjectNode owner, String key) {
        return owner.withArray("attributes").addObject().put("key", key).putObject("value");
    }

    private static String nanos(Instant at) {
        return Long.toString(at.toEpochMilli() * 1_000_000);
    }
}
