package dev.signalbox.bench.coldstart;

/// One start, in milliseconds.
///
/// @param jvm until the JVM has initialised its module system and loads the main class, by its own log
/// @param start from there until the function asks for its first event: the client, the handler's class, its
///     stores; before a snapshot also the priming
/// @param invoke from there until it has answered
/// @param processor of all cores together from the start of the process to the answer, which hardly depends
///     on what else the machine does
record ColdStart(double jvm, double start, double invoke, double processor) {
    double total() {
        return jvm + start + invoke;
    }
}
