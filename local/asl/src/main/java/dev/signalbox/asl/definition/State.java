package dev.signalbox.asl.definition;

import dev.signalbox.asl.expression.Template;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A state of the Amazon States Language in its JSONata dialect. An absent `output` means the state's
/// default: the result for Task, Map and Parallel, the input for the others. An absent `next` means the
/// state ends its workflow.
public sealed interface State {

    /// Its name, unique in the machine.
    String name();

    /// A state that does work and can fail: its error can be retried and caught.
    sealed interface Fallible extends State permits Task, Parallel, Map {

        /// What to do when it succeeded.
        Completion completion();

        /// How to repeat it, in the order of the definition; empty when never.
        List<Retrier> retriers();

        /// Where to go on errors, in the order of the definition; empty when nowhere.
        List<Catcher> catchers();
    }

    /// Passes its input on.
    ///
    /// @param name its name
    /// @param completion what comes out, and where it goes
    record Pass(String name, Completion completion) implements State {}

    /// Calls something outside.
    ///
    /// @param name its name
    /// @param resource what it calls
    /// @param arguments what it hands over; absent means the input
    /// @param timeoutSeconds how long an attempt may take, a whole number over 0; absent means no limit
    /// @param heartbeatSeconds how long it may be silent, a whole number over 0; absent means for ever
    /// @param completion what comes out, and where it goes
    /// @param retriers how it is repeated
    /// @param catchers where its errors go
    record Task(
            String name,
            TaskResource resource,
            @Nullable Template arguments,
            @Nullable Template timeoutSeconds,
            @Nullable Template heartbeatSeconds,
            Completion completion,
            List<Retrier> retriers,
            List<Catcher> catchers)
            implements Fallible {}

    /// Goes where the first true condition says.
    ///
    /// @param name its name
    /// @param rules in order
    /// @param otherwise taken when no condition is true; absent means `States.NoChoiceMatched`. The state's
    ///     own `Output` and `Assign` belong to it.
    record Choice(
            String name, List<ChoiceRule> rules, @Nullable Completion otherwise) implements State {}

    /// Waits for a number of seconds or until a time; exactly one of the two is there.
    ///
    /// @param name its name
    /// @param seconds a whole number from 0 to 99,999,999
    /// @param timestamp an RFC 3339 time with an offset
    /// @param completion what comes out, and where it goes
    record Wait(
            String name,
            @Nullable Template seconds,
            @Nullable Template timestamp,
            Completion completion) implements State {}

    /// Ends its workflow with an output.
    ///
    /// @param name its name
    /// @param output what comes out; absent means the input
    record Succeed(String name, @Nullable Template output) implements State {}

    /// Ends its workflow with an error.
    ///
    /// @param name its name
    /// @param error the error name, a string; absent means none
    /// @param cause what happened, a string; absent means nothing is said
    record Fail(
            String name, @Nullable Template error, @Nullable Template cause) implements State {}

    /// Runs all its branches on the same input; the result is the array of their outputs, in their order.
    ///
    /// @param name its name
    /// @param branches at least one
    /// @param arguments what each branch receives; absent means the input
    /// @param completion what comes out, and where it goes
    /// @param retriers how it is repeated
    /// @param catchers where its errors go
    record Parallel(
            String name,
            List<Workflow> branches,
            @Nullable Template arguments,
            Completion completion,
            List<Retrier> retriers,
            List<Catcher> catchers)
            implements Fallible {}

    /// Runs its processor once for each item; the result is the array of the outputs, in the order of the
    /// items.
    ///
    /// @param name its name
    /// @param processor the workflow of an iteration
    /// @param mode how iterations are run
    /// @param items an array or an object; absent means the input
    /// @param itemSelector what an iteration receives; absent means the item
    /// @param maxConcurrency how many iterations at once, a whole number from 0; absent or 0 means as many
    ///     as the mode allows
    /// @param completion what comes out, and where it goes
    /// @param retriers how it is repeated
    /// @param catchers where its errors go
    record Map(
            String name,
            Workflow processor,
            MapMode mode,
            @Nullable Template items,
            @Nullable Template itemSelector,
            @Nullable Template maxConcurrency,
            Completion completion,
            List<Retrier> retriers,
            List<Catcher> catchers)
            implements Fallible {}

    /// How the iterations of a Map run.
    sealed interface MapMode {

        /// What names the Map in the ARNs of its runs.
        ///
        /// @param stateName what names it where it has no label of its own
        String label(String stateName);

        /// Inside the execution: in its history, with its variables in sight, at most 40 at once; the first
        /// failure fails the state.
        record Inline() implements MapMode {

            @Override
            public String label(String stateName) {
                return stateName;
            }
        }

        /// As child executions: out of the history, without the outer variables, with a tolerance for
        /// failures.
        ///
        /// @param ownLabel `Label`; absent means the name of the state (AWS makes one up)
        /// @param batcher how items are grouped; absent means one item an iteration
        /// @param toleratedFailureCount how many items may fail, a whole number from 0; absent means 0
        ///     unless a percentage is given
        /// @param toleratedFailurePercentage which part of the items may fail, 0 to 100; absent means 0
        ///     unless a count is given
        record Distributed(
                @Nullable String ownLabel,
                @Nullable ItemBatcher batcher,
                @Nullable Template toleratedFailureCount,
                @Nullable Template toleratedFailurePercentage)
                implements MapMode {

            @Override
            public String label(String stateName) {
                return ownLabel == null ? stateName : ownLabel;
            }
        }
    }

    /// How the items of a distributed Map are grouped; at least one of the two limits is there.
    ///
    /// @param maxItemsPerBatch a whole number over 0
    /// @param maxInputBytesPerBatch a whole number over 0, at most 262,144
    /// @param batchInput what each batch receives beside its items; absent means nothing
    record ItemBatcher(
            @Nullable Template maxItemsPerBatch,
            @Nullable Template maxInputBytesPerBatch,
            @Nullable Template batchInput) {}

    /// A rule of a Choice.
    ///
    /// @param condition true or false
    /// @param completion what comes out, and where it goes, when it is true
    record ChoiceRule(Template condition, Completion completion) {}

    /// How an error is retried.
    ///
    /// @param errorEquals names, or `States.ALL` alone
    /// @param intervalSeconds the wait before the first retry, over 0
    /// @param maxAttempts how many retries, 0 or more
    /// @param backoffRate by what each wait is longer than the one before, 1 or more
    /// @param maxDelaySeconds the longest wait; empty means no limit
    /// @param fullJitter whether a wait is drawn between 0 and what the schedule says
    record Retrier(
            List<String> errorEquals,
            long intervalSeconds,
            int maxAttempts,
            double backoffRate,
            OptionalLong maxDelaySeconds,
            boolean fullJitter) {}

    /// Where an error goes.
    ///
    /// @param errorEquals names, or `States.ALL` alone
    /// @param completion what comes out (absent output: the error output), and where it goes
    record Catcher(List<String> errorEquals, Completion completion) {}

    /// What comes out of a state and where it goes.
    ///
    /// @param output absent means the default of the place
    /// @param assign variables to set, an object; absent means none
    /// @param next the next state; absent means the workflow ends
    record Completion(
            @Nullable Template output,
            @Nullable Template assign,
            @Nullable String next) {}
}
