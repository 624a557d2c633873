package dev.signalbox.aws.client;

import java.time.Duration;

/// How long a client waits before it calls a service silent. Without these the SDK would wait for half a
/// minute of silence, and for a whole call without end.
///
/// @param connect for a connection
/// @param silence between two pieces of an answer; also how long the service may think
/// @param attempt for one try, up to the beginning of the answer's body; covers sending a body
/// @param call for all tries and the pauses between them; covers sending a body
public record ClientTimeouts(Duration connect, Duration silence, Duration attempt, Duration call) {
    /// For calls that carry a few kilobytes.
    public static final ClientTimeouts SMALL = new ClientTimeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(25));

    /// For objects of S3: at most 64 MiB go up in one request, in two minutes even at 0.6 MB/s. A body that
    /// comes down is bounded by `silence` alone.
    public static final ClientTimeouts OBJECTS = new ClientTimeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(5));
}
