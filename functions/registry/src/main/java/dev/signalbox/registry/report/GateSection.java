package dev.signalbox.registry.report;

import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.registry.words.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/// The conditions of promotion with their answers.
final class GateSection {
    private GateSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        GateReport gate = story.gate();
        if (gate == null) {
            return;
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("rows", Text.count(gate.rows(), "row"));
        section.put("candidate", gate.candidateId());
        section.put("passed", gate.passed());
        section.put("against", gate.championVersion() == null ? "" : "version " + gate.championVersion());
        Double pValue = gate.pairedPValue();
        section.put("pValue", pValue == null ? "" : Text.number(pValue));
        section.put(
                "conditions",
                gate.conditions().stream()
                        .map(condition ->
                                Map.of("name", condition.name(), "ok", condition.passed(), "why", condition.reason()))
                        .toList());
        model.put("gate", section);
    }
}
