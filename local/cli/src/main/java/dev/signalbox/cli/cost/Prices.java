package dev.signalbox.cli.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// AWS's public prices, by region and by [Billed#key], in USD without tax, discounts and free tiers.
///
/// @param asOf the day on which they were looked up
/// @param sources the pages
/// @param regions each with every price
public record Prices(LocalDate asOf, List<String> sources, SortedMap<String, SortedMap<String, Double>> regions) {
    private static final String OURS = "prices.json";
    private static final String HINT = "Start from the table of signalbox cost --print-prices.";

    public Prices {
        sources = List.copyOf(sources);
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        regions.forEach(Prices::check);
    }

    /// The table that comes with the program.
    public static Prices ours() {
        return parsed(text(), OURS);
    }

    /// That table, as it stands.
    public static String text() {
        try (InputStream in = Prices.class.getResourceAsStream(OURS)) {
            if (in == null) {
                throw new UnexpectedFailure("The program lacks its table of prices.", "Build it again.");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnexpectedFailure("The program's table of prices cannot be read.", "Build it again.", e);
        }
    }

    /// A table of the user's.
    ///
    /// Raises [InvalidInput] for a file that cannot be read, has another shape, or lacks a price.
    public static Prices of(Path file) {
        try {
            return parsed(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new InvalidInput("The prices " + file + " cannot be read: " + e.getMessage() + ".", HINT, e);
        }
    }

    /// The prices of a region.
    ///
    /// Raises [InvalidInput] for one that the table has not.
    public SortedMap<String, Double> in(String region) {
        SortedMap<String, Double> found = regions.get(region);
        if (found == null) {
            String nearest = Nearest.to(region, regions.keySet())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            throw new InvalidInput(
                    "There are no prices for '" + region + "', only for " + String.join(", ", regions.keySet()) + "."
                            + nearest,
                    "Add the region to a table of your own and name it with --prices.");
        }
        return found;
    }

    private static Prices parsed(String json, String name) {
        try {
            return ContractJson.STRICT.readValue(json, Prices.class);
        } catch (JsonProcessingException e) {
            throw new InvalidInput(
                    "The prices " + name + " cannot be understood: " + e.getOriginalMessage() + ".", HINT, e);
        }
    }

    private static void check(String region, SortedMap<String, Double> prices) {
        Arrays.stream(Billed.values()).map(Billed::key).forEach(key -> {
            Double price = prices.get(key);
            if (price == null || !(price >= 0) || price.isInfinite()) {
                throw new IllegalArgumentException("the region " + region + " needs a price of 0 or more for '" + key
                        + "', and has " + (price == null ? "none" : price));
            }
        });
    }
}
