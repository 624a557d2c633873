package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.RunView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The first repair of each finding that makes learning wrong, unless it was tried already. Findings that
/// only weaken a model are left alone: each change of data is a decision that somebody has to be able to
/// defend.
///
/// Order: values are made readable and labels one before columns and rows go, so that nothing is dropped
/// which only was misspelled; duplicates go after that, since rows may have become equal; names change last,
/// because every repair selects by the names that the data has now.
final class RepairErrors implements Rule {
    private static final int MOST = 20;

    @Override
    public String name() {
        return "repair_errors";
    }

    @Override
    public Consideration consider(RunView view) {
        Set<Repair> done = Findings.done(view);
        List<FindingFact> errors = Findings.errors(view);
        List<Repair> chosen = withoutDropped(errors.stream()
                .flatMap(error -> error.repairs().stream()
                        .filter(repair -> !done.contains(repair))
                        .limit(1))
                .sorted(Comparator.comparingInt(RepairErrors::order))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        if (chosen.isEmpty()) {
            return Consideration.rests();
        }
        Action.RepairData action = new Action.RepairData(chosen.subList(0, Math.min(MOST, chosen.size())));
        if (!Affordability.covers(view.budget(), 0)) {
            return Consideration.rests(action, "The budget does not cover a repair and another judgement.");
        }
        return new Consideration.Fires(
                action,
                Findings.sentence(errors) + " " + (action.repairs().size() == 1 ? "One repair" : "Repairs")
                        + " known to be safe should cure it; then the data is judged again.",
                List.of(),
                List.of(new Alternative(
                        new Action.Quarantine(Findings.reason(Findings.sentence(errors))),
                        "A known repair comes first; the data is set aside if it does not help.")));
    }

    private static int order(Repair repair) {
        return switch (repair) {
            case Repair.ParseAs _, Repair.ParseQuantities _ -> 0;
            case Repair.MapLabels _ -> 1;
            case Repair.DropColumn _ -> 2;
            case Repair.DropRows _ -> 3;
            case Repair.DropDuplicates _ -> 4;
            case Repair.ClipOutliers _ -> 5;
            case Repair.RenameColumn _ -> 6;
        };
    }

    /// A column that goes needs no other repair.
    private static List<Repair> withoutDropped(Set<Repair> repairs) {
        Set<String> dropped = repairs.stream()
                .filter(Repair.DropColumn.class::isInstance)
                .map(repair -> ((Repair.DropColumn) repair).column())
                .collect(Collectors.toSet());
        List<Repair> kept = new ArrayList<>();
        for (Repair repair : repairs) {
            if (repair instanceof Repair.DropColumn || !dropped.contains(column(repair))) {
                kept.add(repair);
            }
        }
        return kept;
    }

    private static String column(Repair repair) {
        return switch (repair) {
            case Repair.ParseAs parse -> parse.column();
            case Repair.ParseQuantities parse -> parse.column();
            case Repair.MapLabels map -> map.column();
            case Repair.DropColumn drop -> drop.column();
            case Repair.DropRows drop -> drop.column();
            case Repair.DropDuplicates _ -> "";
            case Repair.ClipOutliers clip -> clip.column();
            case Repair.RenameColumn rename -> rename.from();
        };
    }
}
