package dev.signalbox.model.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.stage.PredictResult;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictStageTest {
    private Serving serving;

    @BeforeEach
    void open(@TempDir Path folder) {
        serving = new Serving(folder);
    }

    @Test
    void writesOneRowAnInputRowInOrderWithReasonsForBadOnes() {
        List<String> lines = serving.predict("""
                colour,extra,size,day
                red,x,1,2024-01-05
                green,x,2
                green,x,abc,2024-01-06
                blue,x,,2024-01-07

                never,x,4,NA
                red,x,1,02/03/2024
                "red",x,5,"2024-01-05",too many
                """);

        assertThat(lines.getFirst()).isEqualTo("prediction,p_no,p_yes,reason");
        assertThat(lines).hasSize(8);
        assertThat(lines.get(1)).matches("(yes|no),[0-9.E-]+,[0-9.E-]+,");
        assertThat(lines.get(2)).isEqualTo(",,,the row has 3 fields; expected 4");
        assertThat(lines.get(3)).isEqualTo(",,,size is 'abc'; expected a number");
        assertThat(lines.get(4)).endsWith(",").doesNotStartWith(",");
        assertThat(lines.get(5)).endsWith(",").doesNotStartWith(",");
        assertThat(lines.get(6)).isEqualTo(",,,day is '02/03/2024'; expected a date such as 2024-12-25");
        assertThat(lines.get(7)).isEqualTo(",,,the row has 5 fields; expected 4");
        assertThat(serving.last().rows()).isEqualTo(7);
        assertThat(serving.last().unscored()).isEqualTo(4);
    }

    @Test
    void scoresTheSameInAnyFormatDialectAndEncoding() throws Exception {
        List<String> plain = serving.predict("size,colour,day\n3,red,2024-01-05\n4,bläu,2024-02-05\n");

        assertThat(serving.predict("day;size;colour\r\n2024-01-05;3;red\r\n2024-02-05;4;bläu\r\n"))
                .isEqualTo(plain);
        assertThat(serving.predict("size\tcolour\tday\n3\tred\t2024-01-05\n4\t\"bläu\"\t2024-02-05"))
                .isEqualTo(plain);
        assertThat(serving.predict("[{\"size\":3,\"colour\":\"red\",\"day\":\"2024-01-05\"},"
                        + "{\"colour\":\"bläu\",\"size\":4.0,\"day\":\"2024-02-05\",\"more\":{\"a\":[1]}}]"))
                .isEqualTo(plain);
        assertThat(serving.predict("{\"size\":3,\"colour\":\"red\",\"day\":\"2024-01-05\"}\n"
                        + "{\"size\":4,\"colour\":\"bläu\",\"day\":\"2024-02-05\"}\n"))
                .isEqualTo(plain);
        String text = "size,colour,day\n3,red,2024-01-05\n4,bläu,2024-02-05\n";
        for (String charset : List.of("windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16")) {
            assertThat(serving.predict(text.getBytes(Charset.forName(charset)))).isEqualTo(plain);
        }
        assertThat(serving.predict(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(plain);
        var packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(serving.predict(packed.toByteArray())).isEqualTo(plain);
        assertThat(serving.predict(zstd(text))).isEqualTo(plain);
    }

    private static byte[] zstd(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ZstdCompressor zstd = new ZstdCompressor();
        byte[] packed = new byte[zstd.maxCompressedLength(bytes.length)];
        return Arrays.copyOf(packed, zstd.compress(bytes, 0, bytes.length, packed, 0, packed.length));
    }

    @Test
    void scoresParquetAsItScoresText() {
        List<String> plain = serving.predict("size,colour,day\n3,red,2024-01-05\n,green,2024-02-05\n");

        assertThat(serving.predictParquet("SELECT * FROM (VALUES (3::TINYINT, 'red', DATE '2024-01-05', 1), "
                        + "(NULL, 'green', DATE '2024-02-05', 2)) t(size, colour, day, other)"))
                .isEqualTo(plain);
    }

    @Test
    void scoresOneObject() {
        assertThat(serving.predict("{\"size\": null, \"colour\": \"red\", \"day\": null}"))
                .hasSize(2);
    }

    @Test
    void refusesRowsWithoutAColumnAndNamesTheNearest() {
        for (String rows : List.of(
                "size,color,day\n1,red,2024-01-01\n", "[{\"size\":1,\"color\":\"red\",\"day\":\"2024-01-01\"}]")) {
            assertThatThrownBy(() -> serving.predict(rows))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("no column 'colour'")
                    .hasMessageContaining("Did you mean 'color'?");
        }
    }

    @Test
    void takesAMemberThatSomeObjectsLackAsMissing() {
        List<String> lines =
                serving.predict("{\"size\":3,\"colour\":\"red\",\"day\":null}\n{\"size\":3,\"colour\":\"red\"}\n7\n");

        assertThat(lines.get(2)).isEqualTo(lines.get(1));
        assertThat(lines.get(3)).isEqualTo(",,,the row is not a JSON object");
    }

    @Test
    void refusesFilesThatHoldNoRows() {
        assertThatThrownBy(() -> serving.predict(""))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no rows");
        assertThatThrownBy(() -> serving.predict("[{\"size\":1,"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> serving.predict("PAR1 and then rubbish"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> serving.predict(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2}))
                .isInstanceOf(InvalidInput.class);
        byte[] whole = zstd("size,colour,day\n3,red,2024-01-05\n".repeat(50));
        assertThatThrownBy(() -> serving.predict(Arrays.copyOf(whole, whole.length - 9)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cannot be read to their end");
    }

    @Test
    void answersAHeaderAloneWithAHeader() {
        assertThat(serving.predict("size,colour,day\n")).containsExactly("prediction,p_no,p_yes,reason");
    }

    @Test
    void explainsEachRowByColumn() {
        PredictResult result = serving.explain("size,colour,day\n3,red,2024-01-05\nx,red,2024-01-05\n");
        List<String> lines = serving.lines(result.contributions());

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).isEqualTo("size,colour,day");
        assertThat(lines.get(1).split(",", -1)).hasSize(3).allMatch(cell -> !cell.isEmpty());
        assertThat(lines.get(2)).isEqualTo(",,");
    }

    @Test
    void tellsThatThereIsNoChampion() {
        assertThatThrownBy(() -> serving.predictWith("nobody", "size\n1\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'nobody' has no champion");
    }

    @Test
    void scoresMoreRowsThanAPortion() {
        StringBuilder rows = new StringBuilder("size,colour,day\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append(i % 5 == 4 ? "bad" : i % 9).append(",red,2024-01-05\n");
        }
        List<String> lines = serving.predict(rows.toString());

        assertThat(lines).hasSize(10_001);
        assertThat(lines.get(4_100)).isEqualTo(lines.get(4_100 - 45));
        assertThat(serving.last().unscored()).isEqualTo(2_000);
    }
}
