package dev.signalbox.bench.coldstart;

import java.util.List;

/// How the JVM is started.
///
/// @param name in the table
/// @param options of the JVM
/// @param flat whether the function's jars stand on the JVM's own class path; else Lambda's client opens the
///     unpacked zip with a loader of its own, as the managed runtime has it
/// @param cached whether an AOT cache of an earlier start is used
/// @param snapshot whether it is told that a snapshot is taken before the first event
record Variant(String name, List<String> options, boolean flat, boolean cached, boolean snapshot) {
    private static final List<String> SHORT =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djdk.reflect.useNativeAccessorOnly=true");

    static final List<Variant> ALL = List.of(
            new Variant("no options", List.of(), false, false, false),
            new Variant("plain", SHORT, false, false, false),
            new Variant("AOT", SHORT, true, true, false),
            new Variant("primed", SHORT, false, false, true));
}
