package dev.signalbox.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The penguins, spoiled row by row.
///
/// @param header first line
/// @param rows 344 lines without line ends
record Penguins(String header, List<String> rows) {
    static Penguins read() {
        try {
            List<String> lines = Files.readAllLines(Commands.PENGUINS);
            return new Penguins(lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With each so-manieth row changed, beginning with the first.
    Penguins each(int nth, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(rows);
        for (int i = 0; i < changed.size(); i += nth) {
            changed.set(i, change.apply(changed.get(i)));
        }
        return new Penguins(header, changed);
    }

    /// With one more column.
    Penguins with(String name, UnaryOperator<String> value) {
        return new Penguins(
                header + "," + name,
                rows.stream().map(row -> row + "," + value.apply(row)).toList());
    }

    /// A row with another value in a column, counted from 0.
    static String replaced(String row, int column, String value) {
        String[] values = row.split(",", -1);
        values[column] = value;
        return String.join(",", values);
    }

    String text() {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    Path write(Path file) {
        try {
            return Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
