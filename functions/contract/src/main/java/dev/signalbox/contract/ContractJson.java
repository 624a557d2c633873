package dev.signalbox.contract;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/// How contract records are written as JSON, and the rules by which they may change.
///
/// 1. A member is only ever added, never renamed, retyped or removed.
/// 2. A new member is optional: absent means null for a single value and empty for a list or map.
/// 3. A reader ignores members that it does not know ([#LENIENT]), except where a closed set is the point:
///    actions and pipeline files are read by [#STRICT], so that a typing error or an invention is refused.
/// 4. Each new member brings three tests: absent, unset (null), and beside an unknown one.
/// 5. A writer writes every member, null where it is unset, so that an expression of the state machine never
///    meets a missing one.
/// 6. Members are written in the order of the record's components and maps in the order of their keys, so
///    that equal values have equal bytes.
public final class ContractJson {
    /// Reads what another version wrote: unknown members are ignored. Also the one writer.
    public static final JsonMapper LENIENT = builder().build();

    /// Refuses unknown members and duplicate keys.
    public static final JsonMapper STRICT = builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ContractJson() {}

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }
}
