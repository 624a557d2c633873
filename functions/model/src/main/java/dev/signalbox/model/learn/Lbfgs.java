package dev.signalbox.model.learn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// Minimises a smooth convex function from its gradient with limited memory and a backtracking line search.
/// Source: Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 7.5.
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final int MAX_ITERATIONS = 300;
    private static final double GRADIENT_TOLERANCE = 1e-6;
    private static final double LOSS_TOLERANCE = 1e-11;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final int MAX_HALVINGS = 40;

    private final Objective objective;
    private final long deadlineNanos;
    private final Deque<Step> steps = new ArrayDeque<>();

    /// @param deadlineNanos `System.nanoTime()` after which the best point so far is the answer
    Lbfgs(Objective objective, long deadlineNanos) {
        this.objective = objective;
        this.deadlineNanos = deadlineNanos;
    }

    /// What is minimised.
    interface Objective {
        int size();

        /// The value at a point; fills in the gradient.
        double evaluate(double[] point, double[] gradient);
    }

    /// The end of a search.
    ///
    /// @param point the best that was found
    /// @param iterations 0 or more
    /// @param converged whether the gradient vanished or the value stopped falling
    /// @param outOfTime whether the deadline ended it
    @SuppressWarnings("ArrayRecordComponent")
    record Minimum(double[] point, int iterations, boolean converged, boolean outOfTime) {}

    /// Searches from a point. The value falls with each iteration, so that an early end is still a usable
    /// one.
    Minimum minimise(double[] start) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = objective.evaluate(point, gradient);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            if (largest(gradient) <= GRADIENT_TOLERANCE) {
                return new Minimum(point, iteration, true, false);
            }
            if (System.nanoTime() - deadlineNanos > 0) {
                return new Minimum(point, iteration, false, true);
            }
            double[] direction = direction(gradient);
            double[] next = new double[point.length];
            double[] nextGradient = new double[point.length];
            double nextValue = search(point, value, gradient, direction, next, nextGradient);
            if (!(nextValue < value)) {
                return new Minimum(point, iteration, true, false);
            }
            remember(point, gradient, next, nextGradient);
            boolean still = value - nextValue <= LOSS_TOLERANCE * Math.max(1, Math.abs(value));
            point = next;
            gradient = nextGradient;
            value = nextValue;
            if (still) {
                return new Minimum(point, iteration + 1, true, false);
            }
        }
        return new Minimum(point, MAX_ITERATIONS, false, false);
    }

    private double search(
            double[] point, double value, double[] gradient, double[] direction, double[] next, double[] nextGradient) {
        double slope = dot(gradient, direction);
        double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            for (int i = 0; i < point.length; i++) {
                next[i] = point[i] + length * direction[i];
            }
            double found = objective.evaluate(next, nextGradient);
            if (found <= value + SUFFICIENT_DECREASE * length * slope) {
                return found;
            }
            length /= 2;
        }
        return value;
    }

    private double[] direction(double[] gradient) {
        double[] direction = new double[gradient.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -gradient[i];
        }
        double[] shares = new double[steps.size()];
        int at = 0;
        for (Step step : steps) {
            shares[at] = dot(step.moved, direction) / step.curvature;
            add(direction, step.bent, -shares[at]);
            at++;
        }
        if (!steps.isEmpty()) {
            Step last = steps.getFirst();
            scale(direction, last.curvature / dot(last.bent, last.bent));
        }
        for (Iterator<Step> oldest = steps.descendingIterator(); oldest.hasNext(); ) {
            Step step = oldest.next();
            at--;
            add(direction, step.moved, shares[at] - dot(step.bent, direction) / step.curvature);
        }
        return direction;
    }

    private void remember(double[] point, double[] gradient, double[] next, double[] nextGradient) {
        double[] moved = next.clone();
        add(moved, point, -1);
        double[] bent = nextGradient.clone();
        add(bent, gradient, -1);
        double curvature = dot(moved, bent);
        if (curvature > Double.MIN_NORMAL) {
            steps.addFirst(new Step(moved, bent, curvature));
            if (steps.size() > MEMORY) {
                steps.removeLast();
            }
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] what, double times) {
        for (int i = 0; i < what.length; i++) {
            what[i] *= times;
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// How the gradient bent on a move.
    @SuppressWarnings("ArrayRecordComponent")
    private record Step(double[] moved, double[] bent, double curvature) {}
}
