package dev.signalbox.model.features;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;

/// What is taken from a point in time, in UTC.
public enum DatePart {
    /// The calendar year.
    YEAR,
    /// 1 to 12.
    MONTH,
    /// 1 for Monday to 7.
    DAY_OF_WEEK,
    /// 0 to 23.
    HOUR,
    /// Days since the earliest training row, with a fraction.
    ELAPSED_DAYS;

    private static final double SECONDS_PER_DAY = 86_400;
    private static final int SECONDS_PER_HOUR = 3_600;
    /// Some 95 million years, within what a calendar date can have.
    private static final double LIMIT_SECONDS = 3e15;

    /// The part's value.
    ///
    /// @param seconds since 1970; not NaN
    /// @param originSeconds the earliest training row
    double of(double seconds, double originSeconds) {
        double bounded = Math.clamp(seconds, -LIMIT_SECONDS, LIMIT_SECONDS);
        long day = (long) Math.floor(bounded / SECONDS_PER_DAY);
        return switch (this) {
            case YEAR -> LocalDate.ofEpochDay(day).getYear();
            case MONTH -> LocalDate.ofEpochDay(day).getMonthValue();
            case DAY_OF_WEEK -> Math.floorMod(day + 3, 7) + 1;
            case HOUR -> Math.floorDiv((long) Math.floor(bounded - day * SECONDS_PER_DAY), SECONDS_PER_HOUR);
            case ELAPSED_DAYS -> (seconds - originSeconds) / SECONDS_PER_DAY;
        };
    }

    /// The lower-case name that stands in JSON and in a feature's name.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
