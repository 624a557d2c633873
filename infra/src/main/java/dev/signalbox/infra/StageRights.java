package dev.signalbox.infra;

import static dev.signalbox.infra.LedgerPart.APPROVAL;
import static dev.signalbox.infra.LedgerPart.CLAIM;
import static dev.signalbox.infra.LedgerPart.MODEL;
import static dev.signalbox.infra.LedgerPart.OPERATOR;
import static dev.signalbox.infra.LedgerPart.REGISTER;
import static dev.signalbox.infra.LedgerPart.RUN;
import static dev.signalbox.infra.LedgerPart.RUN_LIST;

import dev.signalbox.runtime.StageName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a stage's role may do; nothing else is granted to it.
///
/// A stage reads artifacts of any run, since the cache answers with another run's and the champion is
/// another run's, but only of the stages whose artifacts it is made for; it writes its own.
///
/// @param reads stages whose artifacts it reads
/// @param writes prefixes under which it writes artifacts and cached answers
/// @param sources prefixes under which it reads what people brought
/// @param ledgerReads partitions
/// @param ledgerWrites partitions
/// @param pipelines whether it reads the configurations of pipelines
/// @param topic which it writes to
public record StageRights(
        Set<StageName> reads,
        List<String> writes,
        List<String> sources,
        Set<LedgerPart> ledgerReads,
        Set<LedgerPart> ledgerWrites,
        boolean pipelines,
        Topic topic) {
    static final String INCOMING = "incoming/*";
    private static final String SCORING = "scoring/*";
    private static final String PREDICTIONS = "predictions/*";

    /// Whom a stage tells.
    public enum Topic {
        /// Nobody.
        NONE,
        /// Whoever watches runs.
        ALERTS,
        /// Whoever approves.
        APPROVALS
    }

    /// The rights of a stage.
    public static StageRights of(StageName stage) {
        return switch (stage) {
            case INTAKE ->
                none().writing(stage)
                        .from(INCOMING)
                        .ledgerWriting(CLAIM, RUN_LIST)
                        .readingPipelines();
            case INGEST ->
                none().reading(StageName.INGEST).writing(stage).cached(stage).from(INCOMING);
            case VALIDATE ->
                none().reading(
                                StageName.INTAKE,
                                StageName.INGEST,
                                StageName.REPAIR,
                                StageName.VALIDATE,
                                StageName.DECIDE,
                                StageName.TRIAGE)
                        .writing(stage)
                        .cached(stage)
                        .ledgerReading(MODEL, REGISTER)
                        .ledgerWriting(REGISTER);
            case REPAIR ->
                none().reading(StageName.INGEST, StageName.REPAIR)
                        .writing(stage)
                        .cached(stage);
            case PREPARE ->
                none().reading(
                                StageName.INTAKE,
                                StageName.INGEST,
                                StageName.REPAIR,
                                StageName.VALIDATE,
                                StageName.PREPARE)
                        .writing(stage)
                        .cached(stage);
            case TRAIN ->
                none().reading(StageName.INTAKE, StageName.PREPARE)
                        .writing(stage)
                        .cached(stage);
            case EVALUATE -> scoring().writing(stage).cached(stage).ledgerReading(MODEL);
            case BLEND ->
                none().reading(StageName.INTAKE, StageName.PREPARE, StageName.TRAIN, StageName.BLEND)
                        .writing(stage)
                        .cached(stage);
            case GATE -> scoring().writing(stage).ledgerReading(MODEL);
            case PREDICT -> predict();
            case DECIDE ->
                none().reading(
                                StageName.INTAKE,
                                StageName.VALIDATE,
                                StageName.EVALUATE,
                                StageName.DECIDE,
                                StageName.TRIAGE)
                        .writing(stage)
                        .cached(stage)
                        .ledgerReading(MODEL, RUN_LIST, OPERATOR);
            case TRIAGE -> none().writing(stage).cached(stage).ledgerReading(MODEL, RUN_LIST, OPERATOR);
            case PROMOTE ->
                none().reading(StageName.INTAKE, StageName.GATE)
                        .ledgerReading(MODEL)
                        .ledgerWriting(MODEL);
            case REJECT -> none().writing(stage).ledgerReading(MODEL);
            case QUARANTINE -> none().reading(StageName.INTAKE).writing(stage).telling(Topic.ALERTS);
            case ROLLBACK ->
                none().reading(StageName.TRAIN, StageName.BLEND)
                        .ledgerReading(MODEL)
                        .ledgerWriting(MODEL)
                        .telling(Topic.ALERTS);
            case AWAIT_APPROVAL ->
                none().reading(StageName.INTAKE, StageName.DECIDE, StageName.TRIAGE)
                        .ledgerWriting(RUN_LIST, APPROVAL)
                        .telling(Topic.APPROVALS);
            case ALERT ->
                none().reading(StageName.INTAKE)
                        .ledgerReading(MODEL)
                        .ledgerWriting(RUN_LIST)
                        .telling(Topic.ALERTS);
            case REPORT ->
                none().reading(
                                StageName.INTAKE,
                                StageName.VALIDATE,
                                StageName.EVALUATE,
                                StageName.GATE,
                                StageName.DECIDE,
                                StageName.TRIAGE)
                        .writing(stage)
                        .ledgerReading(MODEL)
                        .ledgerWriting(RUN_LIST);
        };
    }

    /// Keys of artifacts that may be read.
    public List<String> readKeys() {
        List<String> keys =
                new ArrayList<>(reads.stream().map(StageRights::folder).toList());
        writes.stream()
                .filter(key -> key.startsWith("cache/") || key.equals(PREDICTIONS))
                .forEach(keys::add);
        return keys;
    }

    /// Each stage of a run keeps the run's chain.
    private static StageRights none() {
        return new StageRights(Set.of(), List.of(), List.of(), EnumSet.of(RUN), EnumSet.of(RUN), false, Topic.NONE);
    }

    /// What it takes to score candidates and the champion on the same rows.
    private static StageRights scoring() {
        return none().reading(
                        StageName.INTAKE,
                        StageName.INGEST,
                        StageName.REPAIR,
                        StageName.PREPARE,
                        StageName.TRAIN,
                        StageName.BLEND);
    }

    /// Scoring rows is outside of runs. A file is looked for before it goes up in parts.
    private static StageRights predict() {
        return new StageRights(
                EnumSet.of(StageName.PREPARE, StageName.TRAIN, StageName.BLEND),
                List.of(PREDICTIONS),
                List.of(SCORING),
                EnumSet.of(MODEL),
                EnumSet.noneOf(LedgerPart.class),
                false,
                Topic.NONE);
    }

    private static String folder(StageName stage) {
        return "runs/*/" + stage.id() + "/*";
    }

    private StageRights reading(StageName... stages) {
        return new StageRights(
                EnumSet.copyOf(List.of(stages)), writes, sources, ledgerReads, ledgerWrites, pipelines, topic);
    }

    private StageRights writing(StageName stage) {
        return with(folder(stage));
    }

    private StageRights cached(StageName stage) {
        return with("cache/" + stage.id() + "/*");
    }

    private StageRights with(String key) {
        List<String> more = new ArrayList<>(writes);
        more.add(key);
        return new StageRights(reads, more, sources, ledgerReads, ledgerWrites, pipelines, topic);
    }

    private StageRights from(String keys) {
        return new StageRights(reads, writes, List.of(keys), ledgerReads, ledgerWrites, pipelines, topic);
    }

    private StageRights ledgerReading(LedgerPart... parts) {
        Set<LedgerPart> more = EnumSet.copyOf(ledgerReads);
        more.addAll(List.of(parts));
        return new StageRights(reads, writes, sources, more, ledgerWrites, pipelines, topic);
    }

    private StageRights ledgerWriting(LedgerPart... parts) {
        Set<LedgerPart> more = EnumSet.copyOf(ledgerWrites);
        more.addAll(List.of(parts));
        return new StageRights(reads, writes, sources, ledgerReads, more, pipelines, topic);
    }

    private StageRights readingPipelines() {
        return new StageRights(reads, writes, sources, ledgerReads, ledgerWrites, true, topic);
    }

    private StageRights telling(Topic whom) {
        return new StageRights(reads, writes, sources, ledgerReads, ledgerWrites, pipelines, whom);
    }
}
