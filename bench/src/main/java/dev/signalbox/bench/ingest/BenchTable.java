package dev.signalbox.bench.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Tables of 20 columns, the same bytes each time they are made: ten real, five whole, four of labels, and a
/// target of two classes that depends on three of the reals, one whole number, one label and chance.
public final class BenchTable {
    private static final int REALS = 10;
    private static final int WHOLES = 5;
    private static final int LABELS = 4;
    private static final int REAL_LIMIT = 4_000_000;
    private static final int WHOLE_LIMIT = 100_000;
    private static final String[] WORDS = {"alpha", "beta", "gamma", "delta", "epsilon"};

    private BenchTable() {}

    /// Writes the table where it is not there yet.
    public static Path write(Path file, int rows) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        SplittableRandom random = new SplittableRandom(7);
        int[] reals = new int[REALS];
        int[] wholes = new int[WHOLES];
        int[] words = new int[LABELS];
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("r0,r1,r2,r3,r4,r5,r6,r7,r8,r9,w0,w1,w2,w3,w4,l0,l1,l2,l3,target\n");
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                for (int i = 0; i < REALS; i++) {
                    reals[i] = random.nextInt(-REAL_LIMIT, REAL_LIMIT);
                    decimal(line, reals[i]);
                }
                for (int i = 0; i < WHOLES; i++) {
                    wholes[i] = random.nextInt(WHOLE_LIMIT);
                    line.append(wholes[i]).append(',');
                }
                for (int i = 0; i < LABELS; i++) {
                    words[i] = random.nextInt(WORDS.length);
                    line.append(WORDS[words[i]]).append(random.nextInt(40)).append(',');
                }
                int chance = random.nextInt(-REAL_LIMIT, REAL_LIMIT);
                out.append(line).append(isPositive(reals, wholes[0], words[0], chance) ? "1\n" : "0\n");
            }
        }
        return file;
    }

    private static boolean isPositive(int[] reals, int whole, int word, int chance) {
        int bend = Math.abs(reals[1]) - REAL_LIMIT / 2;
        int step = whole > WHOLE_LIMIT / 2 ? REAL_LIMIT / 2 : 0;
        return reals[0] / 2 + bend + Math.max(reals[2], 0) / 2 + step + word * (REAL_LIMIT / 8) + chance > REAL_LIMIT;
    }

    /// A number of ten thousandths, written without a locale and without rounding.
    private static void decimal(StringBuilder line, int tenThousandths) {
        int magnitude = Math.abs(tenThousandths);
        line.append(tenThousandths < 0 ? "-" : "").append(magnitude / 10_000).append('.');
        String fraction = Integer.toString(magnitude % 10_000 + 10_000);
        line.append(fraction, 1, fraction.length()).append(',');
    }
}
