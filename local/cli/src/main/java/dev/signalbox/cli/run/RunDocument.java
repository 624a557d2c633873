package dev.signalbox.cli.run;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RowCounts;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What `run --json` prints. Members are only ever added.
///
/// @param runId the run
/// @param pipeline the pipeline's name
/// @param outcome how it ended, or that it waits
/// @param reason why, in a sentence
/// @param champion the pipeline's champion after the run; null where there is none
/// @param challenger the candidate that the gate saw; null where it was not opened
/// @param decisions of the agent, oldest first
/// @param rows where the rows went; null where nothing could be read
/// @param findings about the data, most severe first
/// @param states entered, in order
/// @param seconds from the start of the run's process to its end
/// @param report path of the HTML file; null where none was written
/// @param approval what a person has to answer; null unless the run waits
/// @param error what failed; null otherwise
/// @param reportError why the report of an ended run is missing, and what writes it; null otherwise
/// @param rejects rows that could not be read; null where every row could
public record RunDocument(
        String runId,
        String pipeline,
        Outcome outcome,
        String reason,
        @Nullable Model champion,
        @Nullable Model challenger,
        List<Choice> decisions,
        @Nullable RowCounts rows,
        List<Noticed> findings,
        List<Visited> states,
        double seconds,
        @Nullable String report,
        @Nullable Question approval,
        @Nullable Failure error,
        @Nullable Failure reportError,
        @Nullable Rejects rejects) {

    /// A model with its measures.
    ///
    /// @param candidateId which
    /// @param algorithm what learned it
    /// @param version of a champion; null for a challenger
    /// @param runId that made it
    /// @param metric the primary one
    /// @param metrics on the holdout, by name
    public record Model(
            String candidateId,
            String algorithm,
            @Nullable Integer version,
            String runId,
            MetricName metric,
            SortedMap<MetricName, MetricValue> metrics) {}

    /// A decision.
    ///
    /// @param decisionId of the record
    /// @param situation what it was about
    /// @param action what was done
    /// @param rationale why
    /// @param planner who proposed it
    /// @param safeDefault whether every proposal was denied
    public record Choice(
            String decisionId,
            String situation,
            Action action,
            String rationale,
            String planner,
            boolean safeDefault) {}

    /// A finding.
    ///
    /// @param code what kind
    /// @param severity how much it matters
    /// @param column null for the whole dataset
    /// @param message for people
    public record Noticed(
            String code, Severity severity, @Nullable String column, String message) {}

    /// Rows that were set aside.
    ///
    /// @param file path of a Parquet file with `file`, `line`, `reason` and `text` of each
    /// @param first the first few
    public record Rejects(String file, List<Reject> first) {}

    /// A row that was set aside.
    ///
    /// @param file its file's name
    /// @param line where it begins, from 1; the row's number where the file has no lines
    /// @param reason what was found and expected
    public record Reject(String file, long line, String reason) {}

    /// A state of the machine.
    ///
    /// @param name as in the definition
    /// @param seconds between entering and leaving it
    public record Visited(String name, double seconds) {}

    /// A question to a person.
    ///
    /// @param question in plain words
    /// @param options to choose from
    /// @param expiresAt ISO time
    public record Question(String question, List<String> options, String expiresAt) {}

    /// What failed.
    ///
    /// @param type the failure's class, without package
    /// @param message what was found and expected
    /// @param hint what to do next
    public record Failure(String type, String message, String hint) {}
}
