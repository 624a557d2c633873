package dev.signalbox.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What the roles of a template may do, read from the template as AWS would.
///
/// @param statements of one role
record Rights(List<Statement> statements) {
    /// One statement; all of them allow.
    ///
    /// @param id of the statement
    /// @param actions such as `s3:GetObject`
    /// @param resources with `artifacts`, `incoming` and `ledger` for what the template makes
    /// @param leadingKeys partitions that it is bound to; empty for any
    record Statement(String id, List<String> actions, List<String> resources, List<String> leadingKeys) {
        boolean allows(String action, String resource, @Nullable String partition) {
            return actions.stream().anyMatch(pattern -> matches(pattern, action))
                    && resources.stream().anyMatch(pattern -> matches(pattern, resource))
                    && (leadingKeys.isEmpty()
                            || (partition != null
                                    && leadingKeys.stream().anyMatch(pattern -> matches(pattern, partition))));
        }
    }

    boolean allow(String action, String resource) {
        return statements.stream().anyMatch(statement -> statement.allows(action, resource, null));
    }

    boolean allowItem(String action, String partition) {
        return statements.stream().anyMatch(statement -> statement.allows(action, "ledger", partition));
    }

    /// The rights of each role, by a stage's title or a part of a stack; those of stacks beside the core
    /// begin with what the stack is.
    static Map<String, Rights> of(Deployment deployment) {
        Map<String, Rights> roles = new TreeMap<>();
        String core = deployment.templates().firstKey();
        deployment.templates().forEach((stack, template) -> {
            String where = stack.equals(core) ? "" : stack.substring(core.length() + 1) + " ";
            template.path("Resources").properties().forEach(resource -> {
                JsonNode found = resource.getValue();
                if (found.path("Type").asText().equals("AWS::IAM::Role")) {
                    roles.put(where + role(resource.getKey()), rights(found.path("Properties")));
                } else if (found.path("Type").asText().startsWith("AWS::IAM::")) {
                    throw new IllegalStateException("Rights that this reader does not know: " + resource.getKey());
                }
            });
        });
        return roles;
    }

    private static String role(String id) {
        return name(id).replace("StageFunctions", "").replaceAll("(?<=.)Role$", "");
    }

    private static Rights rights(JsonNode role) {
        if (role.has("ManagedPolicyArns")) {
            throw new IllegalStateException("Rights that this reader does not know: " + role.path("ManagedPolicyArns"));
        }
        List<Statement> statements = new ArrayList<>();
        role.path("Policies")
                .forEach(policy -> policy.at("/PolicyDocument/Statement")
                        .forEach(statement -> statements.add(statement(statement))));
        return new Rights(statements);
    }

    private static Statement statement(JsonNode node) {
        if (!node.path("Effect").asText().equals("Allow") || node.has("NotAction") || node.has("NotResource")) {
            throw new IllegalStateException("A statement that this reader does not know: " + node);
        }
        return new Statement(
                node.path("Sid").asText(),
                texts(node.path("Action")),
                texts(node.path("Resource")),
                texts(node.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys")));
    }

    private static List<String> texts(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(Rights::text)
                        .toList()
                : List.of(text(node));
    }

    /// A value with names in the place of references.
    private static String text(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.has("Fn::Join")) {
            return StreamSupport.stream(node.at("/Fn::Join/1").spliterator(), false)
                    .map(Rights::text)
                    .collect(Collectors.joining());
        }
        if (node.has("Fn::ImportValue")) {
            return name(node.path("Fn::ImportValue")
                    .asText()
                    .replaceAll(".*:ExportsOutput(Ref|FnGetAtt)", "")
                    .replaceAll("(?<=[0-9A-F]{8}).*$", ""));
        }
        String id = node.has("Ref")
                ? node.path("Ref").asText()
                : node.at("/Fn::GetAtt/0").asText();
        return switch (name(id)) {
            case "DataLakeArtifacts" -> "artifacts";
            case "DataLakeIncoming" -> "incoming";
            case "LedgerTable" -> "ledger";
            default -> id.startsWith("AWS::") ? id.replace("AWS::", "") : name(id);
        };
    }

    /// A logical id without the hash that CDK adds.
    private static String name(String id) {
        return id.replaceAll("[0-9A-F]{8}$", "");
    }

    private static boolean matches(String pattern, String text) {
        return text.matches(java.util.Arrays.stream(pattern.split("\\*", -1))
                .map(java.util.regex.Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
