package dev.signalbox.asl.validate;

import dev.signalbox.asl.expression.Template;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/// Checks a literal point in time.
final class TimestampCheck {
    private TimestampCheck() {}

    static void check(Place timestamp, Findings findings) {
        if (!timestamp.present() || Template.isExpression(timestamp.json())) {
            return;
        }
        try {
            OffsetDateTime.parse(timestamp.text());
        } catch (DateTimeParseException e) {
            findings.schema(
                    timestamp,
                    "String does not match RFC3339 timestamp: "
                            + Values.expected(
                                    "such as \"2026-08-18T17:33:00Z\" or a JSONata expression", timestamp.json()));
        }
    }
}
