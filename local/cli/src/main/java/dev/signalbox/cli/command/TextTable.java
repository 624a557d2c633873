package dev.signalbox.cli.command;

import dev.signalbox.cli.run.Screen;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;

/// Rows in columns as wide as they need to be. In a terminal the last one wraps, and where even that does not
/// fit, each row is a paragraph. In a pipe each row is one line.
final class TextTable {
    private static final int GAP = 2;
    private static final int LEAST_LAST_WIDTH = 20;
    private final List<String[]> rows = new ArrayList<>();
    private final String[] header;

    TextTable(String... header) {
        this.header = header;
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /// Prints the rows, or a sentence where there are none.
    void print(CommonOptions common, String none) {
        PrintWriter out = common.out();
        Screen screen = Screen.ofOutput(common.spec().commandLine());
        int before = 0;
        for (int column = 0; column < header.length - 1; column++) {
            before += width(column) + GAP;
        }
        int left = screen.columns() - before - GAP;
        if (rows.isEmpty()) {
            out.println(none);
        } else if (left < Math.min(width(header.length - 1), LEAST_LAST_WIDTH)) {
            rows.forEach(row -> paragraph(out, screen, row));
        } else {
            out.print(table(left));
        }
        out.flush();
    }

    private int width(int column) {
        return Math.max(
                header[column].length(),
                rows.stream().mapToInt(row -> row[column].length()).max().orElse(0));
    }

    private Help.TextTable table(int left) {
        int last = header.length - 1;
        Column[] layout = new Column[header.length];
        for (int i = 0; i < last; i++) {
            layout[i] = new Column(width(i) + GAP, 0, Overflow.SPAN);
        }
        layout[last] = new Column(Math.min(width(last), left) + GAP, 0, Overflow.WRAP);
        Help.TextTable table = Help.TextTable.forColumns(Help.defaultColorScheme(Help.Ansi.OFF), layout);
        table.addRowValues(header);
        rows.forEach(row -> table.addRowValues(row));
        return table;
    }

    private void paragraph(PrintWriter out, Screen screen, String... row) {
        out.println(row[0]);
        int indent = 2 + width(header) + GAP;
        for (int i = 1; i < row.length; i++) {
            if (!row[i].isEmpty()) {
                String label = "  " + header[i] + " ".repeat(indent - 2 - header[i].length());
                out.println(label + screen.wrap(row[i], indent).replace("\n", "\n" + " ".repeat(indent)));
            }
        }
    }

    private static int width(String... cells) {
        int widest = 0;
        for (String cell : cells) {
            widest = Math.max(widest, cell.length());
        }
        return widest;
    }
}
