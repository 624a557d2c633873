package dev.signalbox.data.ingest.record;

/// How a delimited file is written.
///
/// @param delimiter between fields; 0 when a line is one field
/// @param quote around fields that hold delimiters or line ends; 0 for none
/// @param escape before a quote inside a quoted field: the quote itself, or a backslash
/// @param spaces whether spaces after a delimiter belong to it
/// @param carriageReturns whether a lone carriage return ends a line
record CsvDialect(byte delimiter, byte quote, byte escape, boolean spaces, boolean carriageReturns) {
    static CsvDialect of(char delimiter, char quote) {
        return new CsvDialect((byte) delimiter, (byte) quote, (byte) quote, false, false);
    }

    CsvDialect withEscape(char other) {
        return new CsvDialect(delimiter, quote, (byte) other, spaces, carriageReturns);
    }

    CsvDialect withoutQuotes() {
        return new CsvDialect(delimiter, (byte) 0, (byte) 0, spaces, carriageReturns);
    }

    CsvDialect withSpaces() {
        return new CsvDialect(delimiter, quote, escape, true, carriageReturns);
    }

    CsvDialect withCarriageReturns(boolean alone) {
        return new CsvDialect(delimiter, quote, escape, spaces, alone);
    }

    /// Such as `csv; delimiter ,` or `tsv`.
    String described() {
        String name = delimiter == '\t' ? "tsv" : "csv; delimiter " + nameOf(delimiter);
        String quotes = quote == '"' || quote == 0 ? "" : "; quote " + (char) quote;
        return name + quotes + (escape == quote ? "" : "; escape " + (char) escape);
    }

    private static String nameOf(byte delimiter) {
        return switch (delimiter) {
            case 0 -> "none";
            case ' ' -> "space";
            default ->
                delimiter < ' ' ? String.format(java.util.Locale.ROOT, "0x%02x", delimiter) : "" + (char) delimiter;
        };
    }
}
