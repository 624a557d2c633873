package dev.signalbox.model.features;

import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A free text as counts.
final class WordsEncoder implements CellEncoder {
    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    WordsEncoder(FittedColumn.Words column) {
        this.width = column.names().size();
        for (int i = 0; i < column.words().size(); i++) {
            places.put(column.words().get(i), i + 2);
        }
    }

    @Override
    public void number(double value, float[] out, int at) {
        throw new UnexpectedFailure("A free text was given as a number.", "Report this defect.");
    }

    @Override
    public boolean text(String cell, float[] out, int at) {
        if (MissingMarks.isMissing(cell)) {
            missing(out, at);
            return true;
        }
        List<String> words = words(cell);
        Arrays.fill(out, at, at + width, 0f);
        out[at] = cell.codePointCount(0, cell.length());
        out[at + 1] = words.size();
        for (String word : words) {
            Integer place = places.get(word);
            if (place != null) {
                out[at + place] = 1;
            }
        }
        return true;
    }

    @Override
    public void missing(float[] out, int at) {
        Arrays.fill(out, at, at + width, Float.NaN);
    }

    /// Runs of letters and digits, in lower case.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }
}
