package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;

/// Invokes a function by its name with a payload, as Lambda does; see [TaskInvoker#functions] for how it
/// serves both kinds of resource.
@FunctionalInterface
public interface FunctionInvoker {

    /// Calls one function.
    ///
    /// @param call names the function ([TaskCall#functionName()]) and carries its payload
    ///     ([TaskCall#payload()])
    /// @return the function's answer, the payload alone
    /// @throws TaskFailedException when the function failed or does not exist
    JsonNode invoke(TaskCall call) throws TaskFailedException;
}
