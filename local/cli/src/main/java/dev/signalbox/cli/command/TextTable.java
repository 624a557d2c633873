package dev.signalbox.cli.command;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;

/// Rows in columns as wide as they need to be; the last one wraps. Laid out by picocli.
final class TextTable {
    private static final int LAST_WIDTH = 80;
    private static final int GAP = 2;
    private final java.util.List<String[]> rows = new java.util.ArrayList<>();

    TextTable(String... header) {
        rows.add(header);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    void print(CommonOptions common) {
        int columns = rows.getFirst().length;
        Column[] layout = new Column[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> row[column].length()).max().orElse(1);
            int width = i == columns - 1 ? Math.min(widest, LAST_WIDTH) : widest;
            layout[i] = new Column(Math.max(1, width) + GAP, 0, i == columns - 1 ? Overflow.WRAP : Overflow.SPAN);
        }
        Help.TextTable table = Help.TextTable.forColumns(Help.defaultColorScheme(Help.Ansi.OFF), layout);
        rows.forEach(row -> table.addRowValues(row));
        common.out().print(table);
        common.out().flush();
    }
}
