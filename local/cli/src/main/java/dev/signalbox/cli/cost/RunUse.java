package dev.signalbox.cli.cost;

import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.StageName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one run uses.
///
/// @param stages in the order of [StageName]
/// @param storedBytes what it leaves in buckets, the source included
public record RunUse(List<StageUse> stages, long storedBytes) {
    /// States of a run from its start to its end that call no function, and one Choice for each decision:
    /// those of the usual path `Begin, Started, Usable, AnyCandidate, WithinBudget, Act, Passed, Done`, with
    /// one more round.
    private static final int OTHER_STATES = 12;

    /// Writes of a call besides its event: the end of a run, decisions, the index; spread over the calls.
    private static final double WRITES_PER_CALL = 2;

    private static final double READS_PER_CALL = 4;
    private static final double PUTS_PER_CALL = 4;
    private static final double GETS_PER_CALL = 6;

    /// Our line, and Lambda's own three.
    private static final double LOG_BYTES_PER_CALL = 2_500;

    private static final double MESSAGES = 1;

    /// Time and cost of each result of a stage, and of the pipeline.
    private static final int METRICS_PER_STAGE = 2;

    private static final int METRICS_PER_PIPELINE = 12;
    private static final double BYTES_PER_GB = 1L << 30;

    public RunUse {
        stages = List.copyOf(stages);
    }

    /// What a run has used, by its ledger: calls answered from the cache count with the time that they took.
    ///
    /// @param entries of the run
    /// @param storedBytes 0 or more
    public static RunUse recorded(List<LedgerEntry> entries, long storedBytes) {
        Map<StageName, StageUse> uses = new EnumMap<>(StageName.class);
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof LedgerEvent.StageFinished finished) {
                Arrays.stream(StageName.values())
                        .filter(stage -> stage.id().equals(finished.stage()))
                        .forEach(stage -> uses.merge(
                                stage, new StageUse(stage, 1, finished.durationMillis() / 1_000.0), RunUse::sum));
            }
        }
        return new RunUse(new ArrayList<>(uses.values()), storedBytes);
    }

    private static StageUse sum(StageUse one, StageUse other) {
        return new StageUse(one.stage(), one.calls() + other.calls(), one.seconds() + other.seconds());
    }

    /// Calls of functions.
    public int calls() {
        return stages.stream().mapToInt(StageUse::calls).sum();
    }

    /// What AWS bills for one run.
    public Map<Billed, Double> billed() {
        double calls = calls();
        Map<Billed, Double> billed = new EnumMap<>(Billed.class);
        billed.put(
                Billed.LAMBDA_GB_SECOND,
                stages.stream().mapToDouble(StageUse::gbSeconds).sum());
        billed.put(Billed.LAMBDA_REQUEST, calls);
        billed.put(Billed.STATE_TRANSITION, calls + OTHER_STATES);
        billed.put(Billed.S3_PUT, calls * PUTS_PER_CALL);
        billed.put(Billed.S3_GET, calls * GETS_PER_CALL);
        billed.put(Billed.DYNAMODB_WRITE, calls * WRITES_PER_CALL);
        billed.put(Billed.DYNAMODB_READ, calls * READS_PER_CALL);
        billed.put(Billed.SNS_PUBLISH, MESSAGES);
        billed.put(Billed.LOG_INGESTED, calls * LOG_BYTES_PER_CALL / BYTES_PER_GB);
        return billed;
    }

    /// What it leaves in buckets, in GB.
    double storedGb() {
        return storedBytes / BYTES_PER_GB;
    }

    /// Metrics that have a value in an hour with a run.
    int metrics() {
        return stages.size() * METRICS_PER_STAGE + METRICS_PER_PIPELINE;
    }
}
