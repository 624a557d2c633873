package dev.signalbox.registry.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;

/// What a Lambda function URL gives back.
///
/// @param status of HTTP
/// @param body a JSON document
record WebResponse(int status, ObjectNode body) {
    static WebResponse refused(int status, String found, String hint) {
        return new WebResponse(
                status,
                ContractJson.LENIENT.createObjectNode().put("message", found).put("hint", hint));
    }

    ObjectNode event() {
        ObjectNode event = ContractJson.LENIENT.createObjectNode();
        event.put("statusCode", status);
        event.putObject("headers").put("content-type", "application/json").put("cache-control", "no-store");
        return event.put("body", body.toString());
    }
}
