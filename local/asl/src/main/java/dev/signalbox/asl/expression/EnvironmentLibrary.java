package dev.signalbox.asl.expression;

import static dev.signalbox.asl.expression.StepFunctionsLibrary.function;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The functions that read time and chance: `$now`, `$millis`, `$random`, `$uuid`. One of these serves one
/// evaluation, which sees one instant however often it asks.
final class EnvironmentLibrary {
    private static final long NOT_READ = Long.MIN_VALUE;
    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final ExpressionEnvironment environment;
    private long millis = NOT_READ;

    private EnvironmentLibrary(ExpressionEnvironment environment) {
        this.environment = environment;
    }

    /// Whether an expression may call one of these functions: binding them costs more than most expressions
    /// do.
    static boolean mayBeCalledBy(String expression) {
        return Stream.of("now", "millis", "random", "uuid").anyMatch(expression::contains);
    }

    static void bind(Frame frame, ExpressionEnvironment environment) {
        EnvironmentLibrary library = new EnvironmentLibrary(environment);
        frame.bind("now", function("<s?s?:s>", library::now));
        frame.bind("millis", function("<:n>", args -> library.millis()));
        frame.bind("random", function("<n?:n>", library::random));
        frame.bind("uuid", function("<:s>", args -> uuid(environment.random())));
    }

    private long millis() {
        if (millis == NOT_READ) {
            millis = environment.clock().millis();
        }
        return millis;
    }

    private @Nullable Object now(List<? extends @Nullable Object> args) {
        return Functions.dateTimeFromMillis(millis(), textAt(args, 0), textAt(args, 1));
    }

    private static @Nullable String textAt(List<? extends @Nullable Object> args, int index) {
        return index < args.size() && args.get(index) instanceof String text ? text : null;
    }

    private Object random(List<? extends @Nullable Object> args) {
        Object seed = args.isEmpty() ? null : args.getFirst();
        return seed instanceof Number number
                ? new Random(number.longValue()).nextDouble()
                : environment.random().nextDouble();
    }

    private static String uuid(RandomGenerator random) {
        long high = (random.nextLong() & VERSION_MASK) | VERSION_4;
        long low = (random.nextLong() & VARIANT_MASK) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
