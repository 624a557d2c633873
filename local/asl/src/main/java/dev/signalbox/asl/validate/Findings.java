package dev.signalbox.asl.validate;

import java.util.ArrayList;
import java.util.List;

/// Collects findings while a definition is walked.
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void error(FindingCode code, Place place, String message) {
        found.add(new Finding(Severity.ERROR, code, message, place.pointer()));
    }

    void schema(Place place, String message) {
        error(FindingCode.SCHEMA_VALIDATION_FAILED, place, message);
    }

    void warning(FindingCode code, Place place, String message) {
        found.add(new Finding(Severity.WARNING, code, message, place.pointer()));
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
