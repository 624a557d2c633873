package dev.signalbox.model.learn;

import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;

/// What a learner is told besides its knobs.
///
/// @param task what is predicted
/// @param classCount number of classes; 0 for a regression
/// @param metric the primary metric
/// @param seed of every random choice
/// @param threads 1 or more; the model's bytes do not depend on it
/// @param deadlineNanos `System.nanoTime()` by which it stops with what it has
public record TrainingContext(
        Task task, int classCount, MetricName metric, long seed, int threads, long deadlineNanos) {}
