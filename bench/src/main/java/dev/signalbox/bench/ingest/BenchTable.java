package dev.signalbox.bench.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Tables of 20 columns, the same bytes each time they are made: ten real, five whole, four of labels, one
/// target.
final class BenchTable {
    private static final int REALS = 10;
    private static final int WHOLES = 5;
    private static final int LABELS = 4;
    private static final String[] WORDS = {"alpha", "beta", "gamma", "delta", "epsilon"};

    private BenchTable() {}

    static Path write(Path file, int rows) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        SplittableRandom random = new SplittableRandom(7);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("r0,r1,r2,r3,r4,r5,r6,r7,r8,r9,w0,w1,w2,w3,w4,l0,l1,l2,l3,target\n");
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                for (int i = 0; i < REALS; i++) {
                    decimal(line, random.nextInt(-4_000_000, 4_000_000));
                }
                for (int i = 0; i < WHOLES; i++) {
                    line.append(random.nextInt(100_000)).append(',');
                }
                for (int i = 0; i < LABELS; i++) {
                    line.append(WORDS[random.nextInt(WORDS.length)])
                            .append(random.nextInt(40))
                            .append(',');
                }
                out.append(line).append(row % 3 == 0 ? "1\n" : "0\n");
            }
        }
        return file;
    }

    /// A number of ten thousandths, written without a locale and without rounding.
    private static void decimal(StringBuilder line, int tenThousandths) {
        int magnitude = Math.abs(tenThousandths);
        line.append(tenThousandths < 0 ? "-" : "").append(magnitude / 10_000).append('.');
        String fraction = Integer.toString(magnitude % 10_000 + 10_000);
        line.append(fraction, 1, fraction.length()).append(',');
    }
}
