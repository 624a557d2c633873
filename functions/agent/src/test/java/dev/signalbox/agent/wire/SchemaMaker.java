package dev.signalbox.agent.wire;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RetryChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Derives the JSON Schema of proposals from the records.
final class SchemaMaker {
    private static final Set<String> MAY_BE_ABSENT = Set.of("parameters", "evidence", "alternatives");

    private SchemaMaker() {}

    static ObjectNode make() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE, JacksonOption.ALWAYS_REF_SUBTYPES))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields().withRequiredCheck(SchemaMaker::isRequired).withNullableCheck(SchemaMaker::isNullable);
        config.forTypesInGeneral().withCustomDefinitionProvider(SchemaMaker::map);
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(Draft.class);
        return withTypes(withoutBlend(schema));
    }

    /// The generator says "a `Promote` and, beside it, a type", and forbids further members in the first half.
    /// Both become one object.
    private static ObjectNode withTypes(ObjectNode schema) {
        ObjectNode definitions = (ObjectNode) schema.get("$defs");
        for (String name : names(definitions)) {
            if (name.endsWith("-2")) {
                String plain = name.substring(0, name.length() - 2);
                ObjectNode record = (ObjectNode) definitions.remove(plain + "-1");
                ObjectNode whole = (ObjectNode) definitions.remove(name);
                whole.remove("$ref");
                ((ObjectNode) whole.get("properties"))
                        .setAll(record.withObjectProperty("properties").deepCopy());
                record.path("required").forEach(member -> ((ArrayNode) whole.get("required")).add(member));
                definitions.set(plain, whole.put("additionalProperties", false));
            }
        }
        try {
            return (ObjectNode) new ObjectMapper().readTree(schema.toString().replaceAll("-2\"}", "\"}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A blend is made by its own action.
    private static ObjectNode withoutBlend(ObjectNode schema) {
        ArrayNode names = (ArrayNode) schema.at("/$defs/Algorithm/enum");
        names.remove(names.size() - 1);
        return schema;
    }

    private static List<String> names(ObjectNode definitions) {
        List<String> names = new ArrayList<>();
        definitions.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isRequired(FieldScope field) {
        Class<?> owner = field.getDeclaringType().getErasedType();
        return !isNullable(field)
                && owner != RetryChanges.class
                && !MAY_BE_ABSENT.contains(field.getName())
                && !(owner == Repair.DropRows.class && field.getName().equals("labels"));
    }

    private static @Nullable CustomDefinition map(ResolvedType type, SchemaGenerationContext context) {
        if (!type.isInstanceOf(SortedMap.class)) {
            return null;
        }
        ObjectNode schema = context.getGeneratorConfig().createObjectNode().put("type", "object");
        if (type.getTypeParameters().getFirst().isInstanceOf(Hyperparameter.class)) {
            ObjectNode knobs = schema.putObject("properties");
            for (Hyperparameter knob : Hyperparameter.values()) {
                ObjectNode bounds = knobs.putObject(knob.id()).put("type", knob.whole() ? "integer" : "number");
                bounds.put("minimum", knob.low()).put("maximum", knob.high());
            }
            schema.put("additionalProperties", false);
        } else {
            schema.putObject("additionalProperties").put("type", "string");
        }
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }
}
