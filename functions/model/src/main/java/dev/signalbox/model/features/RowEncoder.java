package dev.signalbox.model.features;

import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import dev.signalbox.runtime.value.CellReader;
import dev.signalbox.runtime.value.CellValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies fitted features. The one way into a matrix, in training and in prediction. Safe for use by
/// several threads.
public final class RowEncoder {
    private static final int QUOTED_CHARACTERS = 40;

    private final FittedFeatures fitted;
    private final List<FittedColumn> columns;
    private final List<CellReader> readers;
    private final List<CellEncoder> encoders;
    private final List<Feature> features;
    private final int[] offsets;

    /// An encoder of these features.
    public RowEncoder(FittedFeatures fitted) {
        this.fitted = fitted;
        this.columns = fitted.columns();
        this.readers = fitted.readings().stream().map(CellReader::new).toList();
        this.encoders = columns.stream().map(FittedColumn::encoder).toList();
        this.features = fitted.features();
        this.offsets = new int[columns.size()];
        int next = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = next;
            next += columns.get(i).features().size();
        }
    }

    /// The columns of the matrix.
    public List<Feature> features() {
        return features;
    }

    /// The columns of the dataset that a row must have, in the order in which
    /// [#encode(String[], boolean[], float[], int)] takes cells.
    public List<String> sources() {
        return columns.stream().map(FittedColumn::source).toList();
    }

    /// The same columns with the names that raw rows may have them under.
    public List<ColumnReading> readings() {
        return fitted.readings();
    }

    /// Writes the features of a raw row: each cell is read and repaired as the column of the dataset was.
    ///
    /// @param cells one a source column; null is missing
    /// @param typed for each, whether its source holds it as a value and not as text that people wrote
    /// @param out receives them from `at` on
    /// @return why the row cannot be scored, naming the column; null where it can
    public @Nullable String encode(@Nullable String[] cells, boolean[] typed, float[] out, int at) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell == null) {
                encoders.get(i).missing(out, at + offsets[i]);
            } else if (!encode(encoders.get(i), readers.get(i).read(cell, typed[i]), out, at + offsets[i])) {
                return columns.get(i).source() + " is '" + shortened(cell) + "'; expected "
                        + Wanted.of(columns.get(i), fitted.readings().get(i).raw());
            }
        }
        return null;
    }

    private static boolean encode(CellEncoder encoder, CellValue value, float[] out, int at) {
        if (value instanceof CellValue.Label(String text)) {
            return encoder.text(text, out, at);
        }
        if (value.isMissing()) {
            encoder.missing(out, at);
        } else if (!value.isUnreadable()) {
            encoder.number(value.number(), out, at);
        }
        return !value.isUnreadable();
    }

    /// The matrix of some rows of a table that has every source column.
    ///
    /// @param rows places in the table, in the order of the matrix
    /// @param target one a row of the matrix, or empty
    public Matrix encode(Table table, int[] rows, double[] target) {
        int width = features.size();
        float[] values = new float[cells(rows.length, width)];
        for (int i = 0; i < columns.size(); i++) {
            TableColumn column = table.column(columns.get(i).source()).orElseThrow();
            switch (column) {
                case NumberColumn numbers -> numbers(encoders.get(i), numbers, rows, values, offsets[i]);
                case TextColumn texts -> texts(i, texts, rows, values);
            }
        }
        long[] ids = new long[rows.length];
        for (int r = 0; r < rows.length; r++) {
            ids[r] = table.rowIds()[rows[r]];
        }
        return new Matrix(features, values, target, ids);
    }

    private static int cells(int rows, int width) {
        long cells = (long) rows * width;
        if (cells > Integer.MAX_VALUE - 8) {
            throw new ResourceExhausted(
                    rows + " rows with " + width + " features do not fit a matrix; expected less than 2^31 numbers.",
                    "Use fewer rows (sampleFraction) or ignore columns.");
        }
        return (int) cells;
    }

    private void numbers(CellEncoder encoder, NumberColumn column, int[] rows, float[] out, int offset) {
        for (int r = 0; r < rows.length; r++) {
            encoder.number(column.values()[rows[r]], out, r * features.size() + offset);
        }
    }

    /// Each different text is encoded once.
    private void texts(int place, TextColumn column, int[] rows, float[] out) {
        int width = columns.get(place).features().size();
        CellEncoder encoder = encoders.get(place);
        // A free text of a million different values would need more room here than in the matrix.
        if (column.values().size() > rows.length / 2) {
            eachText(encoder, column, rows, out, offsets[place]);
            return;
        }
        float[] known = new float[(column.values().size() + 1) * width];
        encoder.missing(known, 0);
        for (int code = 0; code < column.values().size(); code++) {
            text(encoder, column.values().get(code), known, (code + 1) * width);
        }
        for (int r = 0; r < rows.length; r++) {
            int from = (column.codes()[rows[r]] + 1) * width;
            System.arraycopy(known, from, out, r * features.size() + offsets[place], width);
        }
    }

    private void eachText(CellEncoder encoder, TextColumn column, int[] rows, float[] out, int offset) {
        for (int r = 0; r < rows.length; r++) {
            text(encoder, column.at(rows[r]), out, r * features.size() + offset);
        }
    }

    private static void text(CellEncoder encoder, @Nullable String cell, float[] out, int at) {
        if (cell == null || !encoder.text(cell, out, at)) {
            encoder.missing(out, at);
        }
    }

    private static String shortened(String cell) {
        return cell.length() <= QUOTED_CHARACTERS ? cell : cell.substring(0, QUOTED_CHARACTERS) + "…";
    }
}
