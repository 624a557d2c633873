package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SegmentationTest {
    @Test
    void cutsNumbersIntoQuartersOfEquallyManyRows() {
        float[] values = new float[100];
        for (int row = 0; row < 100; row++) {
            values[row] = row + 0.5f;
        }
        List<Segment> segments = new Segmentation(matrix(number("age", "age"), values), 20).segments();
        assertThat(segments)
                .extracting(Segment::value)
                .containsExactly("[0.5, 24.5)", "[24.5, 49.5)", "[49.5, 74.5)", "[74.5, 99.5]");
        assertThat(segments).extracting(segment -> segment.rows().length).containsExactly(24, 25, 25, 26);
    }

    @Test
    void namesEachValueOfAFewAndMissingOnes() {
        float[] values = {0, 0, 1, 1, Float.NaN, Float.NaN};
        List<Segment> segments = new Segmentation(matrix(number("flag", "flag"), values), 2).segments();
        assertThat(segments).extracting(Segment::value).containsExactly("0", "1", "missing");
        assertThat(segments.getLast().rows()).containsExactly(4, 5);
    }

    @Test
    void namesCategoriesAndLeavesOutSmallOnes() {
        Feature island =
                new Feature("island", "island", FeatureKind.CATEGORICAL, List.of("Biscoe", "Dream", "Torgersen"));
        float[] values = {0, 0, 1, 1, 1, 2, Float.NaN};
        List<Segment> segments = new Segmentation(matrix(island, values), 2).segments();
        assertThat(segments).extracting(Segment::value).containsExactly("Biscoe", "Dream");
        assertThat(segments).extracting(Segment::column).containsOnly("island");
    }

    @Test
    void namesTheFeatureBesideItsSourceColumn() {
        float[] values = {1, 1, 2, 2};
        assertThat(new Segmentation(matrix(number("date.month", "date"), values), 2).segments())
                .extracting(segment -> segment.column() + "/" + segment.value())
                .containsExactly("date/date.month 1", "date/date.month 2");
    }

    @Test
    void leavesOutWhatHoldsEveryRow() {
        assertThat(new Segmentation(matrix(number("same", "same"), new float[30]), 20).segments())
                .isEmpty();
    }

    @Test
    void survivesValuesThatMostRowsShare() {
        float[] values = new float[100];
        for (int row = 90; row < 100; row++) {
            values[row] = row;
        }
        Cuts cuts = Cuts.of(values);
        assertThat(cuts.labels()).containsExactly("[0, 99]");
        assertThat(cuts.part(-1)).isZero();
        assertThat(cuts.part(1_000)).isZero();
        assertThat(Cuts.of(new float[0]).parts()).isZero();
    }

    private static Feature number(String name, String source) {
        return new Feature(name, source, FeatureKind.NUMERIC, List.of());
    }

    private static Matrix matrix(Feature feature, float[] values) {
        return new Matrix(
                List.of(feature),
                values,
                new double[0],
                LongStream.range(0, values.length).toArray());
    }
}
