package dev.signalbox.cli.command;

import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of a commented `pipeline.yaml`.
final class PipelineTemplate {
    private static final int SHOWN_VALUES = 3;

    /// What ends a line, and with it a comment, for YAML: more than a line feed. Source: YAML 1.1, 5.4.
    private static final String LINE_BREAKS = "[\\p{IsCc}\\u2028\\u2029\\uFEFF]";

    private PipelineTemplate() {}

    /// @param target null: the last column
    static String write(Path file, DatasetProfile profile, @Nullable String target) {
        List<String> names = profile.columns().stream().map(ColumnProfile::name).toList();
        String chosen = target == null ? names.getLast() : known(target, names);
        String fileName = String.valueOf(file.getFileName());
        StringBuilder text = new StringBuilder();
        text.append(
                "# A Signalbox pipeline. Every member but name and target may be left out; docs/pipeline.md explains each.\n");
        text.append("name: ").append(quoted(PipelineChoice.stem(file))).append('\n');
        text.append("source: ").append(quoted(fileName)).append('\n');
        text.append("target: ")
                .append(quoted(chosen))
                .append(target == null ? " # the last column; name the one to predict" : "")
                .append("\n\n");
        text.append("# ")
                .append(profile.rows())
                .append(" rows. The columns, with their type, missing and distinct values:\n");
        profile.columns().forEach(column -> text.append(line(column)));
        text.append("""

                # ignoredColumns: []        # columns that are never features, such as ids
                # task: binary              # binary, multiclass or regression; found out from the target
                # metric: roc_auc           # roc_auc, pr_auc, log_loss, brier, accuracy, balanced_accuracy, f1, rmse, mae, r2
                # split:
                #   kind: auto              # auto, random, stratified, time, group
                #   column: date            # for time and group
                #   validFraction: 0.2
                #   holdoutFraction: 0.2    # opened once, by the gate
                # budget:                   # what one run may spend; the agent cannot extend it
                #   decisions: 8
                #   candidates: 24
                #   seconds: 3600
                #   costUsd: 5
                # gate:
                #   minimum: {roc_auc: 0.7} # bounds that the model must meet on the holdout
                #   margin: 0               # how much better than the champion it must be
                # approval:
                #   mode: never             # always: promotion waits for signalbox approve
                # quality:
                #   maxRejectedFraction: 0.1
                # seed: 0
                """);
        return text.toString();
    }

    private static String known(String target, List<String> names) {
        if (names.contains(target)) {
            return target;
        }
        String nearest = Nearest.to(target, names)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        throw new InvalidInput(
                "There is no column '" + target + "'." + nearest, "The columns are: " + String.join(", ", names) + ".");
    }

    private static String line(ColumnProfile column) {
        List<String> values = column.top().stream()
                .limit(SHOWN_VALUES)
                .map(top -> oneLine(top.value()))
                .toList();
        return "#   " + oneLine(column.name()) + ": " + column.type().id() + ", " + column.missing() + " missing, "
                + column.distinct() + " distinct" + (values.isEmpty() ? "" : "; " + String.join(", ", values)) + "\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll(LINE_BREAKS, " ");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (String.valueOf((char) c).matches(LINE_BREAKS)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
