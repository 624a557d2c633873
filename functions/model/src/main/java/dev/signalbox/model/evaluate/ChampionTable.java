package dev.signalbox.model.evaluate;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.ColumnRepair;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TableRequest;
import dev.signalbox.model.table.TextColumn;
import dev.signalbox.runtime.value.CellReader;
import dev.signalbox.runtime.value.CellValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The columns of another run's dataset as the champion would have had them: with the repairs of the
/// champion's run that this run has not carried out itself.
///
/// Limitations: repairs of this run that the champion's run did not have stay; the champion sees the repaired
/// values.
final class ChampionTable {
    private final List<ColumnReading> theirs;
    private final TableReading ours;

    /// @param theirs the columns of the champion's features
    /// @param ours how this run's dataset came out of raw rows
    ChampionTable(List<ColumnReading> theirs, TableReading ours) {
        this.theirs = theirs;
        this.ours = ours;
    }

    /// Whether this run's columns are as the champion's run would have had them already.
    boolean isOurs() {
        return theirs.stream().allMatch(column -> remaining(column).isEmpty());
    }

    /// What is read of this run's dataset.
    List<TableRequest.Column> read() {
        return theirs.stream()
                .map(column -> new TableRequest.Column(
                        name(column), remaining(column).isEmpty() ? column.type() : ColumnType.TEXT))
                .toList();
    }

    /// The same columns with the names and the values that the champion knows.
    ///
    /// @param table what [#read] asked for
    Table repaired(Table table) {
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < theirs.size(); i++) {
            ColumnReading column = theirs.get(i);
            columns.add(
                    switch (table.columns().get(i)) {
                        case NumberColumn numbers ->
                            new NumberColumn(column.column(), numbers.type(), numbers.values());
                        case TextColumn texts ->
                            remaining(column).isEmpty()
                                    ? new TextColumn(column.column(), texts.codes(), texts.values())
                                    : repaired(column, texts);
                    });
        }
        return new Table(columns, table.rowIds());
    }

    /// A text that is not what the repairs begin with is a value of after them already, or none.
    private TableColumn repaired(ColumnReading column, TextColumn texts) {
        List<ColumnRepair> repairs = remaining(column);
        CellReader before = new CellReader(ValueReading.of(typeBefore(column, repairs)), repairs);
        CellReader after = new CellReader(ValueReading.of(column.type()), List.of());
        List<CellValue> values = new ArrayList<>();
        for (String text : texts.values()) {
            CellValue value = before.read(text, true);
            values.add(value.isUnreadable() ? after.read(text, true) : value);
        }
        return column.type() == ColumnType.TEXT
                ? labels(column.column(), texts.codes(), values)
                : new NumberColumn(column.column(), column.type(), numbers(texts.codes(), values));
    }

    private static ColumnType typeBefore(ColumnReading column, List<ColumnRepair> repairs) {
        int done = column.repairs().size() - repairs.size();
        return new ColumnReading(
                        column.column(),
                        column.rawNames(),
                        column.raw(),
                        column.repairs().subList(0, done))
                .type();
    }

    private static double[] numbers(int[] codes, List<CellValue> values) {
        double[] numbers = new double[codes.length];
        for (int row = 0; row < codes.length; row++) {
            numbers[row] = codes[row] < 0 ? Double.NaN : values.get(codes[row]).number();
        }
        return numbers;
    }

    private static TextColumn labels(String name, int[] codes, List<CellValue> values) {
        Map<String, Integer> places = new LinkedHashMap<>();
        int[] recoded = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            CellValue value = codes[row] < 0 ? CellValue.Absent.MISSING : values.get(codes[row]);
            recoded[row] = value instanceof CellValue.Label(String text)
                    ? places.computeIfAbsent(text, _ -> places.size())
                    : -1;
        }
        return new TextColumn(name, recoded, List.copyOf(places.keySet()));
    }

    private List<ColumnRepair> remaining(ColumnReading column) {
        List<ColumnRepair> all = column.repairs();
        List<ColumnRepair> done =
                ours.column(name(column)).map(ColumnReading::repairs).orElse(List.of());
        boolean begun = all.size() >= done.size() && all.subList(0, done.size()).equals(done);
        return begun ? all.subList(done.size(), all.size()) : all;
    }

    /// What this run's dataset calls the column.
    private String name(ColumnReading column) {
        return ours.column(column.column()).isPresent()
                ? column.column()
                : column.rawNames().stream()
                        .filter(name -> ours.column(name).isPresent())
                        .findFirst()
                        .orElse(column.column());
    }
}
