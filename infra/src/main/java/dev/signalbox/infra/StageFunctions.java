package dev.signalbox.infra;

import dev.signalbox.runtime.StageName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/// One function a stage.
public final class StageFunctions extends Construct {
    private final Map<StageName, StageFunction> byStage = new EnumMap<>(StageName.class);

    /// @param stores what they work on
    public StageFunctions(Construct scope, String id, Settings settings, Stores stores) {
        super(scope, id);
        Arrays.stream(StageName.values())
                .forEach(stage -> byStage.put(stage, new StageFunction(this, stage, settings, stores)));
    }

    /// The function of a stage.
    public StageFunction of(StageName stage) {
        return Objects.requireNonNull(byStage.get(stage));
    }
}
