package dev.signalbox.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.WorkFolder;
import dev.signalbox.data.ingest.source.Packing;
import dev.signalbox.data.ingest.source.PlainFile;
import dev.signalbox.data.ingest.source.UnpackLimits;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two ways to load a delimited file must be one: the same table, whatever the size and whoever reads
/// it.
class IngestDirectTest {
    private static final IngestTuning ALWAYS_DIRECT = new IngestTuning(0, UnpackLimits.DEFAULT);

    @TempDir
    Path folder;

    private static StringBuilder table(int rows) {
        StringBuilder text = new StringBuilder("i,d,s,b,day,t\n");
        for (int i = 0; i < rows; i++) {
            text.append(i % 13 == 0 ? "NA" : Integer.toString(i - 500))
                    .append(',')
                    .append(i % 7 == 0 ? "" : Double.toString(i / 8.0 - 3))
                    .append(i % 3 == 0 ? ",\"a \"\"b\"\", c\"," : ",Zoë?,")
                    .append(i % 5 == 0 ? "null" : Boolean.toString(i % 2 == 0))
                    .append(i % 11 == 0 ? ",?," : ",2020-02-" + (10 + i % 19) + ",")
                    .append("2021-03-04 05:06:")
                    .append(10 + i % 50)
                    .append('\n');
        }
        return text;
    }

    private void bothWaysAgree(String text, boolean direct) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Ingested slow = new IngestFixture(folder).file("d.csv", bytes);
        Ingested fast = new IngestFixture(folder).with(ALWAYS_DIRECT).file("d.csv", bytes);
        assertThat(fast.columns()).isEqualTo(slow.columns());
        assertThat(fast.table().rows()).isEqualTo(slow.table().rows());
        assertThat(fast.rejects()).isEqualTo(slow.rejects());
        assertThat(fast.result().rows()).isEqualTo(slow.result().rows());
        assertThat(fast.result().format()).isEqualTo(slow.result().format());
        assertThat(direct).isEqualTo(wasDirect(text));
    }

    private boolean wasDirect(String text) {
        Path file = new IngestFixture(folder).write("d.csv", text.getBytes(StandardCharsets.UTF_8));
        try (WorkFolder work = WorkFolder.in(folder.resolve("work"));
                DuckSession duck = DuckSession.open(new DuckSettings(2, 256, work.file("spill")))) {
            PlainFile plain = new PlainFile(file, "d.csv", Packing.NONE);
            DirectIngest direct = new DirectIngest(duck, TextTable.open(plain, work.path()), work.file("o.parquet"));
            return direct.isDone(direct.scanAndCopy());
        }
    }

    @Test
    void aPlainFileIsCopiedAndIsTheSameTable() {
        bothWaysAgree(table(30_000).toString(), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5,1,s,true,2020-01-01,2021-01-01 00:00:00",
                "007,1,s,true,2020-01-01,2021-01-01 00:00:00",
                "1,1,s,true,2020-01-01",
                "1,1,s,true,2020-01-01,2021-01-01 00:00:00,9",
                "1,1,\"s,true,2020-01-01,2021-01-01 00:00:00",
                "1,1,\"s\ns\",true,2020-01-01,2021-01-01 00:00:00",
                "-,1,s,true,2020-01-01,2021-01-01 00:00:00",
                "+1,1,s,true,2020-01-01,2021-01-01 00:00:00",
                " 1,1,s,true,2020-01-01,2021-01-01 00:00:00",
                "1,x,s,true,2020-01-01,2021-01-01 00:00:00",
                "1,1,s,true,2020-01-01,2021-01-01T00:00:00Z",
                "1,1,s,true,2020-01-01,2021-01-01",
                "1,1,s\"s,true,2020-01-01,2021-01-01 00:00:00",
                "1,1,s, NA ,2020-01-01,2021-01-01 00:00:00",
                "99999999999999999999,1,s,true,2020-01-01,2021-01-01 00:00:00",
                "",
            })
    void aSurpriseBehindTheFirstRowsIsReadByOurOwnReader(String surprise) {
        bothWaysAgree(
                table(11_000)
                        .append(surprise)
                        .append('\n')
                        .append(table(10).substring(14))
                        .toString(),
                false);
    }

    @Test
    void quotesBehindTheFirstRowsAreReadAsQuotes() {
        StringBuilder text = new StringBuilder("i,s\n");
        for (int row = 0; row < 11_000; row++) {
            text.append(row).append(row == 10_500 ? ",\"a, \"\"b\"\"\"\n" : ",a\n");
        }

        bothWaysAgree(text.toString(), true);
    }

    @Test
    void theBytesDoNotDependOnThreadsOrRepetition() {
        byte[] bytes = table(260_000).toString().getBytes(StandardCharsets.UTF_8);
        Path file = new IngestFixture(folder).write("d.csv", bytes);
        IngestFixture ingest = new IngestFixture(folder).with(ALWAYS_DIRECT);
        String one = ingest.run(file, null, new RetryChanges(1, 1, false))
                .dataset()
                .table()
                .sha256();
        String two = ingest.run(file, null, new RetryChanges(1, 2, false))
                .dataset()
                .table()
                .sha256();
        String four = ingest.run(file, null, new RetryChanges(1, 4, false))
                .dataset()
                .table()
                .sha256();
        assertThat(two).isEqualTo(one);
        assertThat(four).isEqualTo(one);
        IngestFixture ours = ingest.with(new IngestTuning(Long.MAX_VALUE, UnpackLimits.DEFAULT));
        assertThat(ours.run(file, null, new RetryChanges(1, 3, false)).dataset())
                .isEqualTo(ours.run(file, null, new RetryChanges(1, 1, false)).dataset());
    }
}
