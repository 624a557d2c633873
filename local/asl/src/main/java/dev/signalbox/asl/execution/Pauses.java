package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.expression.JsonType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/// Wait states.
final class Pauses {

    private static final long LONGEST_SECONDS = 99_999_999;

    private final Execution execution;
    private final Interpreter interpreter;
    private final Evaluator evaluator;

    Pauses(Execution execution, Interpreter interpreter, Evaluator evaluator) {
        this.execution = execution;
        this.interpreter = interpreter;
        this.evaluator = evaluator;
    }

    void begin(Strand strand, State.Wait wait) throws StateFailure {
        strand.become(new Phase.Waiting(until(strand, wait)));
        execution.changed(strand);
        execution.checkpoint();
        interpreter.schedule(strand);
    }

    void over(Strand strand, long ticket) {
        if (!strand.alive || strand.ticket != ticket || !(strand.state() instanceof State.Wait wait)) {
            return;
        }
        try {
            interpreter.complete(strand, wait.completion(), strand.input, Evaluator.Given.NOTHING);
        } catch (StateFailure failure) {
            interpreter.failed(strand, failure);
        }
    }

    private Instant until(Strand strand, State.Wait wait) throws StateFailure {
        var seconds = evaluator.wholeNumber(strand, wait.seconds(), 0, LONGEST_SECONDS);
        if (seconds.isPresent()) {
            return execution.now().plusSeconds(seconds.getAsLong());
        }
        if (wait.timestamp() == null) {
            throw new StateFailure(
                    ErrorNames.RUNTIME, Evaluator.inState(strand, "The state has neither Seconds nor Timestamp."));
        }
        JsonNode timestamp = evaluator.value(strand, wait.timestamp(), JsonType.STRING);
        try {
            Instant time = OffsetDateTime.parse(timestamp.textValue()).toInstant();
            Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
            return millis.equals(time) ? millis : millis.plusMillis(1);
        } catch (DateTimeParseException e) {
            String message =
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                            + timestamp.textValue();
            throw evaluator.failed(strand, "Timestamp", message, strand.enteredEventId);
        }
    }
}
