package dev.signalbox.model.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureFitterTest {
    private static final int ROWS = 200;

    @Test
    void givesTheMostFrequentLabelTheFirstCode() {
        FittedColumn.Category fitted = category(i -> i < 100 ? "often" : i < 150 ? "b" : "a");

        assertThat(fitted.labels()).containsExactly("often", "a", "b");
    }

    @Test
    void poolsRareLabelsAboveTheCapAndLeavesUnseenOnesMissing() {
        FittedColumn.Category fitted = category(i -> i < 100 ? "other" : "k" + i % 101 / (i < 150 ? 1 : 2) + (i % 3 == 0 ? "x" : "y"), 600);

        assertThat(fitted.labels()).hasSizeLessThanOrEqualTo(100);
        assertThat(fitted.pool()).isEqualTo("(other)").isEqualTo(fitted.labels().getLast());
        float[] out = new float[1];
        fitted.encoder().text(fitted.pooled().getFirst(), out, 0);
        assertThat(out[0]).isEqualTo(fitted.labels().size() - 1);
        fitted.encoder().text("never seen", out, 0);
        assertThat(out[0]).isNaN();
        fitted.encoder().text("(other)", out, 0);
        assertThat(out[0]).isNaN();
    }

    @Test
    void takesTheVaryingPartsOfADate() {
        NumberColumn day = new NumberColumn(
                "day", ColumnType.DATE, IntStream.range(0, ROWS).mapToDouble(i -> i * 86_400.0).toArray());

        assertThat(names(fit(day))).containsExactly("day.month", "day.day_of_week", "day.elapsed_days");
    }

    @Test
    void readsDatesThatWereLeftAsText() {
        FittedColumn fitted = fit(text("day", i -> "Jun " + (1 + i % 28) + " " + (1990 + i % 20))).columns().getFirst();

        assertThat(fitted).isInstanceOf(FittedColumn.Moment.class);
        assertThat(((FittedColumn.Moment) fitted).lenient()).isFalse();
        float[] out = new float[4];
        assertThat(fitted.encoder().text("Jun 3 1995", out, 0)).isTrue();
        assertThat(out[0]).isEqualTo(1995);
        assertThat(fitted.encoder().text("soon", out, 0)).isFalse();
    }

    @Test
    void countsTheWordsOfFreeText() {
        Fitting fitting = fit(text("note", i -> "the cat number " + i + (i % 3 == 0 ? " is black" : " is white")));

        assertThat(names(fitting)).contains("note.length", "note.words", "note.has.black", "note.has.white");
        assertThat(names(fitting)).doesNotContain("note.has.the");
    }

    @Test
    void keepsAColumnWhoseAbsenceSaysSomething() {
        NumberColumn sometimes = new NumberColumn(
                "n", ColumnType.NUMBER, IntStream.range(0, ROWS).mapToDouble(i -> i % 2 == 0 ? 1 : Double.NaN).toArray());

        assertThat(names(fit(sometimes))).containsExactly("n");
    }

    @Test
    void keepsAYearThatCountsUpButDropsAnIndex() {
        double[] running = IntStream.range(0, ROWS).mapToDouble(i -> 1800 + i).toArray();

        assertThat(names(fit(new NumberColumn("year", ColumnType.INTEGER, running)))).containsExactly("year");
        assertThat(fit(new NumberColumn("n", ColumnType.INTEGER, running)).dropped().getFirst().reason())
                .isEqualTo(DropReason.IDENTIFIER);
    }

    @Test
    void dropsShuffledIdentifiersByTheirNameOnly() {
        double[] shuffled = IntStream.range(0, ROWS).mapToDouble(i -> i * 7_919 % 10_007).toArray();

        assertThat(fit(new NumberColumn("customer_id", ColumnType.INTEGER, shuffled)).columns()).isEmpty();
        assertThat(names(fit(new NumberColumn("salary", ColumnType.INTEGER, shuffled)))).containsExactly("salary");
        assertThat(names(fit(new NumberColumn("paid", ColumnType.INTEGER, shuffled)))).containsExactly("paid");
    }

    @Test
    void doesNotDependOnWhereATextFirstStands() {
        TextColumn column = text("c", i -> "label " + i % 7);
        List<String> reversed = new ArrayList<>(column.values()).reversed();
        int[] codes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            codes[i] = reversed.indexOf(column.at(i));
        }

        assertThat(fit(new TextColumn("c", codes, reversed))).isEqualTo(fit(column));
    }

    private static FittedColumn.Category category(IntFunction<String> label) {
        return category(label, ROWS);
    }

    private static FittedColumn.Category category(IntFunction<String> label, int rows) {
        return (FittedColumn.Category) fit(text("c", label, rows)).columns().getFirst();
    }

    private static TextColumn text(String name, IntFunction<String> value) {
        return text(name, value, ROWS);
    }

    private static TextColumn text(String name, IntFunction<String> value, int rows) {
        List<String> values = IntStream.range(0, rows).mapToObj(value).distinct().toList();
        int[] codes = IntStream.range(0, rows).map(i -> values.indexOf(value.apply(i))).toArray();
        return new TextColumn(name, codes, values);
    }

    private static Fitting fit(TableColumn column) {
        int rows =
                switch (column) {
                    case NumberColumn numbers -> numbers.values().length;
                    case TextColumn texts -> texts.codes().length;
                };
        Table table = new Table(List.of(column), IntStream.range(0, rows).asLongStream().toArray());
        return FeatureFitter.fit(table, IntStream.range(0, rows).toArray());
    }

    private static List<String> names(Fitting fitting) {
        return fitting.columns().stream()
                .flatMap(column -> column.features().stream())
                .map(Feature::name)
                .toList();
    }
}
