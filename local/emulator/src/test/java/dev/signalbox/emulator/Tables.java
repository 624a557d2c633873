package dev.signalbox.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tables made of the penguins, better and worse; the species is the first column.
final class Tables {
    private final String header;
    private final List<String> rows;

    private Tables(String header, List<String> rows) {
        this.header = header;
        this.rows = rows;
    }

    static Tables penguins(Path root) {
        try {
            List<String> lines = Files.readAllLines(root.resolve("examples/penguins/penguins.csv"));
            return new Tables(lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] whole() {
        return bytes(rows);
    }

    /// Each second row.
    byte[] half() {
        return bytes(IntStream.range(0, rows.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(rows::get)
                .toList());
    }

    /// All rows but one.
    byte[] without(int row) {
        return bytes(IntStream.range(0, rows.size())
                .filter(i -> i != row)
                .mapToObj(rows::get)
                .toList());
    }

    /// Each third row is said to be another species.
    byte[] mislabelled() {
        List<String> species = List.copyOf(rows.stream()
                .map(row -> row.substring(0, row.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new)));
        return bytes(IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    String row = rows.get(i);
                    String own = row.substring(0, row.indexOf(','));
                    String said = i % 3 == 0 ? species.get((species.indexOf(own) + 1) % species.size()) : own;
                    return said + row.substring(own.length());
                })
                .toList());
    }

    private byte[] bytes(List<String> some) {
        return (header + "\n" + String.join("\n", some) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
