package dev.signalbox.model.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.DateOrder;
import dev.signalbox.contract.reading.ValueReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text is read as the text of the training data was.
class PredictReadingTest {
    private static final String ROWS = "SELECT (i % 90) / 4.0 AS size, DATE '2024-01-01' + (i % 300)::INTEGER AS day, "
            + "CASE WHEN i % 4 = 0 THEN 'yes' ELSE 'no' END AS answer FROM range(400) t(i)";

    @TempDir
    Path folder;

    @Test
    void readsAmbiguousDaysInTheOrderOfTheTrainingData() throws IOException {
        Serving dayFirst = trainedOn(false, DateOrder.DAY_FIRST);
        Serving monthFirst = trainedOn(false, DateOrder.MONTH_FIRST);

        assertThat(dayFirst.predict("size,day\n1,02/03/2024\n"))
                .isEqualTo(dayFirst.predict("size,day\n1,2024-03-02\n"))
                .isEqualTo(monthFirst.predict("size,day\n1,03/02/2024\n"))
                .isNotEqualTo(monthFirst.predict("size,day\n1,02/03/2024\n"));
        assertThat(dayFirst.predict("size,day\n1,12/25/2024\n").get(1))
                .isEqualTo(",,,day is '12/25/2024'; expected a date such as 25.12.2024 or 2024-12-25");
    }

    @Test
    void readsTheDecimalSignOfTheTrainingData() throws IOException {
        Serving commas = trainedOn(true, DateOrder.UNAMBIGUOUS);
        Serving dots = trainedOn(false, DateOrder.UNAMBIGUOUS);

        assertThat(commas.predict("size;day\n1,234;2024-01-05\n"))
                .isEqualTo(dots.predict("size,day\n1.234,2024-01-05\n"))
                .isNotEqualTo(dots.predict("size;day\n1,234;2024-01-05\n"));
        assertThat(commas.predict("size;day\n1.5;2024-01-05\n").get(1))
                .isEqualTo(",,,\"size is '1.5'; expected a number with a decimal comma such as 1,5\"");
    }

    @Test
    void takesNumbersOfJsonAndParquetAsTheyAre() throws IOException {
        Serving commas = trainedOn(true, DateOrder.DAY_FIRST);
        List<String> written = commas.predict("size;day\n1,234;02.03.2024\n");

        assertThat(commas.predict("{\"size\": 1.234, \"day\": \"02.03.2024\"}")).isEqualTo(written);
        assertThat(commas.predictParquet("SELECT 1.234::DOUBLE AS size, DATE '2024-03-02' AS day"))
                .isEqualTo(written);
        assertThat(commas.predictParquet("SELECT '1,234' AS size, '02.03.2024' AS day"))
                .isEqualTo(written);
    }

    @Test
    void findsAColumnUnderEachNameThatItMayHave() {
        Serving serving = new Serving(
                folder,
                ROWS,
                ColumnReading.of("Size", ValueReading.of(ColumnType.NUMBER)).renamed("size", true));
        List<String> raw = serving.predict("Size,day\n3,2024-01-05\n");

        assertThat(serving.predict("size,day\n3,2024-01-05\n")).isEqualTo(raw);
        assertThat(serving.predict("size,Size,day\n9,3,2024-01-05\n"))
                .as("the name that the data had comes first")
                .isEqualTo(raw);
        assertThat(serving.predict("{\"Size\": 3, \"size\": 9, \"day\": \"2024-01-05\"}"))
                .isEqualTo(raw);
        assertThat(serving.predict("{\"size\": 9, \"Size\": 3, \"day\": \"2024-01-05\"}"))
                .isEqualTo(raw);
        assertThatThrownBy(() -> serving.predict("sise,day\n3,2024-01-05\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no column 'Size'");
    }

    private Serving trainedOn(boolean commaDecimal, DateOrder order) throws IOException {
        return new Serving(
                Files.createDirectories(folder.resolve(order.id() + commaDecimal)),
                ROWS,
                ColumnReading.of("size", new ValueReading(ColumnType.NUMBER, commaDecimal, DateOrder.UNAMBIGUOUS)),
                ColumnReading.of("day", new ValueReading(ColumnType.DATE, false, order)));
    }
}
