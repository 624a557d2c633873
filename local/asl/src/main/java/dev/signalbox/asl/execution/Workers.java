package dev.signalbox.asl.execution;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The threads that do the work of tasks: as many as the caller allows, made when needed, gone after a while
/// without work. Waiting, of states and for retries and answers, takes no thread at all.
final class Workers {

    private static final long IDLE_SECONDS = 5;

    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor pool;

    Workers(int count) {
        pool = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        pool.allowCoreThreadTimeOut(true);
    }

    Future<?> submit(Runnable work) {
        return pool.submit(work);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "asl-worker-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
