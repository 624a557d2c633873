package dev.signalbox.asl.execution;

import dev.signalbox.asl.clock.EngineClock;
import dev.signalbox.asl.clock.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What an execution has to do: now, at a time, and whatever other threads hand in. What can be done now is
/// done last in, first out, so that a branch goes on until it has to wait before the next one begins.
final class Agenda {

    private static final long TOKEN_POLL_MILLIS = 50;

    private final EngineClock clock;
    private final Deque<Runnable> now = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparingLong(Timer::sequence));
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private long sequence;
    private boolean stopped;

    Agenda(EngineClock clock) {
        this.clock = clock;
    }

    /// What the execution does when nothing can be done now.
    interface Idler {
        /// Looks for answers to task tokens; true when there is something to do now.
        boolean lookForAnswers();

        /// Whether to stop waiting because only answers from outside can bring the execution on.
        boolean parks();

        /// Whether answers to task tokens are waited for.
        boolean awaitsAnswers();
    }

    private record Timer(Instant at, long sequence, Runnable work) {}

    void push(Runnable work) {
        now.push(work);
    }

    void at(Instant time, Runnable work) {
        timers.add(new Timer(time, sequence++, work));
    }

    /// Hands in work from any thread.
    void post(Runnable work) {
        inbox.add(work);
    }

    void stop() {
        stopped = true;
        now.clear();
        timers.clear();
    }

    /// Works until it is stopped, or until nothing is left that could happen.
    ///
    /// @param afterEach runs after each piece of work
    void run(Idler idler, Runnable afterEach) {
        while (!stopped) {
            Runnable work = next(idler);
            if (work == null) {
                return;
            }
            work.run();
            afterEach.run();
        }
    }

    private @Nullable Runnable next(Idler idler) {
        while (!stopped) {
            Runnable work = inbox.poll();
            if (work == null) {
                work = now.poll();
            }
            if (work == null) {
                work = dueTimer();
            }
            if (work != null) {
                return work;
            }
            if (idler.lookForAnswers()) {
                continue;
            }
            if (idler.parks()) {
                return null;
            }
            if (clock instanceof VirtualClock virtual) {
                return jump(virtual);
            }
            work = await(idler);
            if (work != null) {
                return work;
            }
        }
        return null;
    }

    private @Nullable Runnable dueTimer() {
        Timer first = timers.peek();
        if (first == null || first.at.isAfter(clock.now())) {
            return null;
        }
        timers.poll();
        return first.work;
    }

    private @Nullable Runnable jump(VirtualClock virtual) {
        Timer first = timers.poll();
        if (first == null) {
            return null;
        }
        virtual.advanceTo(first.at);
        return first.work;
    }

    private @Nullable Runnable await(Idler idler) {
        Timer first = timers.peek();
        long millis = first == null
                ? Long.MAX_VALUE
                : Math.max(1, Duration.between(clock.now(), first.at).toMillis());
        if (idler.awaitsAnswers()) {
            millis = Math.min(millis, TOKEN_POLL_MILLIS);
        }
        try {
            return inbox.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionInterruptedException(e);
        }
    }
}
