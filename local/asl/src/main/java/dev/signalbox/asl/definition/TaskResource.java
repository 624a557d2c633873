package dev.signalbox.asl.definition;

/// What a Task state calls.
public sealed interface TaskResource {

    /// The `Resource` as it stands in the definition, after substitution.
    String text();

    /// A function by its ARN, or by its bare name.
    ///
    /// @param text the resource
    /// @param functionName the name alone, without version or alias
    record Function(String text, String functionName) implements TaskResource {}

    /// A service integration, `arn:aws:states:::<service>:<action>[.<pattern>]`.
    ///
    /// @param text the resource
    /// @param resourceType AWS's `resourceType` in events: the service, such as `lambda` or `aws-sdk:s3`
    /// @param action AWS's `resource` in events: the action with its pattern, such as
    ///     `invoke.waitForTaskToken`
    /// @param waitsForToken whether the answer comes later, by the task token
    record Integration(String text, String resourceType, String action, boolean waitsForToken) implements TaskResource {

        /// Whether it is the integration of Lambda.
        public boolean invokesFunction() {
            return resourceType.equals("lambda")
                    && (action.equals("invoke") || action.equals("invoke.waitForTaskToken"));
        }
    }

    /// Reads a `Resource`.
    static TaskResource parse(String text) {
        String[] parts = text.split(":", -1);
        boolean states = parts.length >= 7 && parts[0].equals("arn") && parts[2].equals("states") && parts[3].isEmpty();
        if (states) {
            String action = parts[parts.length - 1];
            int from = 4 + parts[3].length();
            String service = String.join(":", java.util.Arrays.copyOfRange(parts, from + 1, parts.length - 1));
            if (action.equals("2") && parts.length > 7) {
                action = parts[parts.length - 2] + ":2";
                service = String.join(":", java.util.Arrays.copyOfRange(parts, from + 1, parts.length - 2));
            }
            return new Integration(text, service, action, action.endsWith(".waitForTaskToken"));
        }
        return new Function(text, functionName(text));
    }

    /// The name in a function's ARN (`arn:aws:lambda:region:account:function:NAME[:version]`), in
    /// `account:NAME`, or a name itself.
    static String functionName(String arnOrName) {
        int marker = arnOrName.indexOf(":function:");
        String tail = marker < 0 ? arnOrName : arnOrName.substring(marker + ":function:".length());
        int colon = tail.indexOf(':');
        return colon < 0 ? tail : tail.substring(0, colon);
    }
}
