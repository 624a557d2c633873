package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/// One function a stage, and the one that takes people's answers.
public final class StageFunctions extends Construct {
    private final String answersUrl;
    private final Map<StageName, StageFunction> byStage = new EnumMap<>(StageName.class);

    /// @param stores what they work on
    public StageFunctions(Construct scope, String id, Settings settings, Stores stores) {
        super(scope, id);
        this.answersUrl = new AnswerFunction(this, "Answer", settings, stores).url();
        Arrays.stream(StageName.values())
                .forEach(stage -> byStage.put(stage, new StageFunction(this, stage, settings, stores, answersUrl)));
    }

    /// Where people answer what a run waits on.
    public String answersUrl() {
        return answersUrl;
    }

    /// The function of a stage.
    public StageFunction of(StageName stage) {
        return Objects.requireNonNull(byStage.get(stage));
    }
}
