package dev.signalbox.registry.words;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RetryChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Actions in plain words.
public final class ActionText {
    private ActionText() {}

    /// What an action does.
    public static String of(Action action) {
        return switch (action) {
            case Action.TrainMore more ->
                "Train " + Text.count(more.candidates().size(), "more candidate") + ": "
                        + more.candidates().stream()
                                .map(CandidateSpec::candidateId)
                                .collect(Collectors.joining(", "));
            case Action.RepairData repair ->
                "Repair the data: "
                        + repair.repairs().stream().map(ActionText::of).collect(Collectors.joining("; "));
            case Action.Blend blend -> "Blend " + String.join(", ", blend.candidateIds());
            case Action.AskHuman ask -> "Ask a person: " + ask.question();
            case Action.Promote promote -> "Send " + promote.candidateId() + " to the gate";
            case Action.Reject _ -> "Keep the model in production";
            case Action.Quarantine _ -> "Set the data aside";
            case Action.RetryStage retry -> "Run " + retry.stage().id() + " once more" + changes(retry.changes());
            case Action.Finish _ -> "Conclude with what there is";
        };
    }

    /// What a repair does.
    public static String of(Repair repair) {
        return switch (repair) {
            case Repair.DropColumn drop -> "drop column ‘" + drop.column() + "’";
            case Repair.RenameColumn rename -> "rename ‘" + rename.from() + "’ to ‘" + rename.to() + "’";
            case Repair.DropDuplicates _ -> "drop repeated rows";
            case Repair.ParseAs parse ->
                "read ‘" + parse.column() + "’ as " + parse.as().name().toLowerCase(Locale.ROOT);
            case Repair.MapLabels map ->
                "unify " + Text.count(map.labels().size(), "label") + " of ‘" + map.column() + "’";
            case Repair.ClipOutliers clip ->
                "clip ‘" + clip.column() + "’ to " + Text.number(clip.low()) + " … " + Text.number(clip.high());
            case Repair.DropRows drop -> "drop rows by ‘" + drop.column() + "’";
            case Repair.ParseQuantities parse ->
                "read ‘" + parse.column() + "’ as numbers in one of "
                        + Text.count(parse.factors().size(), "unit");
        };
    }

    /// What is different when a stage runs again; empty where nothing is.
    private static String changes(RetryChanges changes) {
        List<String> said = new ArrayList<>();
        if (changes.sampleFraction() < 1) {
            said.add("with " + Text.percent(changes.sampleFraction()) + " of the rows");
        }
        if (changes.threads() > 0) {
            said.add("with " + Text.count(changes.threads(), "thread"));
        }
        if (changes.lenientParser()) {
            said.add("reading every column as text");
        }
        return said.isEmpty() ? "" : " " + String.join(", ", said);
    }
}
