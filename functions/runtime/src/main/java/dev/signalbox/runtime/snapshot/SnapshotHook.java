package dev.signalbox.runtime.snapshot;

import java.util.Map;
import java.util.ServiceLoader;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Primes before a snapshot of the process. Source: AWS documentation, "Lambda SnapStart runtime hooks".
public final class SnapshotHook implements Resource {
    /// Kept here: who takes snapshots remembers its resources only weakly.
    private static final SnapshotHook OF_PROCESS = new SnapshotHook();

    private static final String TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";
    private static final String SNAP_START = "snap-start";

    private SnapshotHook() {}

    /// Asks to be told of the snapshot where Lambda is about to take one; does nothing anywhere else.
    ///
    /// @param variables the function's environment
    public static void register(Map<String, String> variables) {
        if (SNAP_START.equals(variables.get(TYPE))) {
            register(Core.getGlobalContext());
        }
    }

    /// Asks whoever takes the snapshot.
    public static void register(Context<Resource> context) {
        context.register(OF_PROCESS);
    }

    /// Runs every priming on the class path.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        ServiceLoader.load(Priming.class).forEach(Priming::prime);
    }

    /// Does nothing: what must be new in each copy is not kept in the first place.
    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
