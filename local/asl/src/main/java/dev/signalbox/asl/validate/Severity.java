package dev.signalbox.asl.validate;

/// How bad a finding is.
public enum Severity {
    /// The machine cannot be created, on AWS or here.
    ERROR,
    /// The machine can be created, and something in it is probably not meant so.
    WARNING
}
