package dev.signalbox.runtime.value;

/// A typed value as a column of a dataset has it.
public sealed interface CellValue {
    /// As text, as the database casts it.
    String text();

    /// As a number: a truth is 1 or 0, a point in time is in seconds since 1970 in UTC; NaN where the value
    /// is none.
    default double number() {
        return Double.NaN;
    }

    /// Whether nothing is there.
    default boolean isMissing() {
        return this == Absent.MISSING;
    }

    /// Whether there is something that is no value of the column.
    default boolean isUnreadable() {
        return this == Absent.UNREADABLE;
    }

    /// What is no value.
    enum Absent implements CellValue {
        /// Nothing is there.
        MISSING,
        /// Something is there that is no value of the column.
        UNREADABLE;

        @Override
        public String text() {
            return "";
        }
    }

    /// A whole number.
    ///
    /// @param value of 64 bits
    record Whole(long value) implements CellValue {
        @Override
        public String text() {
            return Long.toString(value);
        }

        @Override
        public double number() {
            return value;
        }
    }

    /// A real number.
    ///
    /// @param value finite
    record Real(double value) implements CellValue {
        @Override
        public String text() {
            return ValueText.of(value);
        }

        @Override
        public double number() {
            return value;
        }
    }

    /// True or false.
    ///
    /// @param value which
    record Truth(boolean value) implements CellValue {
        @Override
        public String text() {
            return Boolean.toString(value);
        }

        @Override
        public double number() {
            return value ? 1 : 0;
        }
    }

    /// A day.
    ///
    /// @param epochDay days since 1970-01-01
    record Day(long epochDay) implements CellValue {
        private static final double SECONDS_PER_DAY = 86_400;

        @Override
        public String text() {
            return ValueText.ofDay(epochDay);
        }

        @Override
        public double number() {
            return epochDay * SECONDS_PER_DAY;
        }
    }

    /// A point in time.
    ///
    /// @param epochMicros microseconds since 1970-01-01T00:00 in UTC
    record Moment(long epochMicros) implements CellValue {
        private static final double MICROS_PER_SECOND = 1e6;

        @Override
        public String text() {
            return ValueText.ofMoment(epochMicros);
        }

        @Override
        public double number() {
            return epochMicros / MICROS_PER_SECOND;
        }
    }

    /// A text.
    ///
    /// @param text as it is
    record Label(String text) implements CellValue {}
}
