package dev.signalbox.runtime.snapshot;

/// Work that a function does once, before a snapshot of its process is taken: libraries are loaded, classes
/// and methods are used for the first time. Found through `ServiceLoader`; a module or an adapter has one.
///
/// All copies start from the same snapshot, so that a priming leaves behind no connection, no moment of the
/// clock and nothing drawn at random. It touches nothing outside the process but the folder for temporary
/// files, which it leaves as it was.
public interface Priming {
    /// Does it. What it raises fails the publication of the function's version: better then than at the
    /// first event.
    void prime();
}
