package dev.signalbox.model.predict;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.reading.ColumnReading;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Objects of a JSON array, of JSON Lines, or a single one. Members of nested objects have names such as
/// `a.b`. A member that is absent is missing, as it is when the data is learned from; one that no object has
/// is a missing column.
final class JsonSource implements RowSource {
    private static final int REMEMBERED_NAMES = 10_000;

    private final JsonParser parser;
    private final List<ColumnReading> wanted;
    private final Map<String, Place> places = new HashMap<>();
    private final boolean[] seen;
    private final Set<String> names = new LinkedHashSet<>();
    private final boolean inArray;
    private long rows;

    private JsonSource(JsonParser parser, List<ColumnReading> wanted) throws IOException {
        this.parser = parser;
        this.wanted = wanted;
        this.seen = new boolean[wanted.size()];
        for (int i = 0; i < wanted.size(); i++) {
            List<String> rawNames = wanted.get(i).rawNames();
            for (int rank = 0; rank < rawNames.size(); rank++) {
                places.put(rawNames.get(rank), new Place(i, rank));
            }
        }
        this.inArray = parser.nextToken() == JsonToken.START_ARRAY;
        if (inArray) {
            parser.nextToken();
        }
    }

    static JsonSource open(Reader reader, List<ColumnReading> wanted) throws IOException {
        return new JsonSource(ContractJson.LENIENT.createParser(withoutMark(reader)), wanted);
    }

    @Override
    public @Nullable SourceRow next() {
        try {
            JsonToken token = parser.currentToken();
            if (token == null || (inArray && token == JsonToken.END_ARRAY)) {
                checkColumns();
                return null;
            }
            rows++;
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                parser.nextToken();
                return SourceRow.broken("the row is not a JSON object");
            }
            Cells cells = new Cells(wanted.size());
            members("", cells);
            parser.nextToken();
            return new SourceRow(cells.texts, cells.typed, null);
        } catch (JsonProcessingException e) {
            throw new InvalidInput(
                    "The rows are not valid JSON at row " + rows + ": " + e.getOriginalMessage() + ".",
                    "Check that the file is complete: an array of objects, or one object a line.",
                    e);
        } catch (IOException e) {
            throw RowSources.unreadable(e);
        }
    }

    private void members(String prefix, Cells cells) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            Place place = places.get(name);
            if (names.size() < REMEMBERED_NAMES) {
                names.add(name);
            }
            if (place != null) {
                seen[place.column()] = true;
                cells.put(place, text(value), value.isNumeric() || value.isBoolean());
            } else if (value == JsonToken.START_OBJECT) {
                members(name + ".", cells);
            } else {
                parser.skipChildren();
            }
        }
    }

    private @Nullable String text(JsonToken value) throws IOException {
        return switch (value) {
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> parser.readValueAsTree().toString();
            default -> parser.getText();
        };
    }

    private void checkColumns() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                missing.add(wanted.get(i).rawNames().getFirst());
            }
        }
        if (rows > 0 && !missing.isEmpty()) {
            throw WantedColumns.missing(missing, List.copyOf(names));
        }
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader pushback = new PushbackReader(reader, 1);
        int first = pushback.read();
        if (first >= 0 && first != '\ufeff') {
            pushback.unread(first);
        }
        return pushback;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw RowSources.unreadable(e);
        }
    }

    /// Where a member's value goes.
    ///
    /// @param column among the wanted ones
    /// @param rank of the name among those of the column: of two that an object has, the lesser one counts
    private record Place(int column, int rank) {}

    /// The cells of one object.
    private static final class Cells {
        private final @Nullable String[] texts;
        private final boolean[] typed;
        private final int[] ranks;

        Cells(int columns) {
            this.texts = new String[columns];
            this.typed = new boolean[columns];
            this.ranks = new int[columns];
            Arrays.fill(ranks, Integer.MAX_VALUE);
        }

        void put(Place place, @Nullable String text, boolean isTyped) {
            if (place.rank() <= ranks[place.column()]) {
                texts[place.column()] = text;
                typed[place.column()] = isTyped;
                ranks[place.column()] = place.rank();
            }
        }
    }
}
