package dev.signalbox.agent.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;

/// JSON as a stranger may send it: small, shallow, finite, each member once, each value of its own type.
final class StrictJson {
    /// Longest document, in bytes.
    static final int LONGEST_DOCUMENT = 256 * 1024;

    private static final int DEEPEST = 20;
    private static final int LONGEST_STRING = 4_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 1_000;

    static final JsonMapper MAPPER = mapper();

    private StrictJson() {}

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(LONGEST_DOCUMENT)
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .addModule(new SimpleModule()
                        .addDeserializer(double.class, new FiniteNumber())
                        .addDeserializer(Double.class, new FiniteNumber()))
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        return mapper;
    }

    /// Jackson reads the texts "NaN" and "Infinity", and 1e999, as numbers; here only a finite number is one.
    private static final class FiniteNumber extends StdScalarDeserializer<Double> {
        private static final long serialVersionUID = 1;

        private FiniteNumber() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric() || !Double.isFinite(parser.getDoubleValue())) {
                return (Double) context.handleUnexpectedToken(
                        Double.class, parser.currentToken(), parser, "expected a finite number");
            }
            return parser.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            return context.reportInputMismatch(Double.class, "a number is missing; expected a finite one");
        }
    }
}
