package dev.signalbox.data.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names of columns as the table has them.
///
/// Outer white space goes, everything else stays. A column without a name is `column_<place>`, counted from
/// 1. Of columns with one name (case ignored, since SQL ignores it) the second is `name_2`, the third
///    `name_3`.
final class ColumnNames {
    private ColumnNames() {}

    static List<String> unique(List<String> found) {
        Set<String> taken = new HashSet<>();
        List<String> wanted = new ArrayList<>();
        for (int place = 1; place <= found.size(); place++) {
            String name = found.get(place - 1).strip();
            wanted.add(name.isEmpty() ? "column_" + place : name);
        }
        Set<String> first = new HashSet<>();
        wanted.forEach(name -> first.add(key(name)));
        List<String> names = new ArrayList<>();
        for (String name : wanted) {
            String unique = name;
            for (int copy = 2; taken.contains(key(unique)) || (copy > 2 && first.contains(key(unique))); copy++) {
                unique = name + "_" + copy;
            }
            taken.add(key(unique));
            names.add(unique);
        }
        return names;
    }

    /// Upper case first, so that letters with several lower-case forms fall together.
    static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
