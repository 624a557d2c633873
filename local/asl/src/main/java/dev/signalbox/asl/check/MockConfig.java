package dev.signalbox.asl.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mocks in the format of Step Functions Local's `MockConfigFile.json`: test cases name a response for each
/// Task state, and responses say what each call answers.
///
/// Source: Developer Guide, "Testing state machines with Step Functions Local and mocked service
/// integrations".
public final class MockConfig {
    private final Map<String, Map<String, Map<String, MockedResponse>>> responseByStateByCaseByMachine;

    private MockConfig(Map<String, Map<String, Map<String, MockedResponse>>> machines) {
        this.responseByStateByCaseByMachine = machines;
    }

    /// Reads a mock configuration.
    ///
    /// @param config the content of the file
    /// @throws CheckException with the place in the file when it is not of the format, or names a response
    ///     that is not there
    public static MockConfig read(JsonNode config) throws CheckException {
        Map<String, Map<String, Map<String, MockedResponse>>> machines = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> machine : config.path("StateMachines").properties()) {
            Map<String, Map<String, MockedResponse>> cases = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> testCase :
                    machine.getValue().path("TestCases").properties()) {
                cases.put(testCase.getKey(), responses(config, testCase.getValue()));
            }
            machines.put(machine.getKey(), cases);
        }
        if (machines.isEmpty()) {
            throw new CheckException(
                    "The mock configuration has no StateMachines; expected"
                            + " {\"StateMachines\": {\"M\": {\"TestCases\": {\"C\": {\"State\": \"Response\"}}}}, \"MockedResponses\": {…}}");
        }
        return new MockConfig(machines);
    }

    private static Map<String, MockedResponse> responses(JsonNode config, JsonNode testCase) throws CheckException {
        Map<String, MockedResponse> byState = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> state : testCase.properties()) {
            String name = state.getValue().asText();
            JsonNode response = config.path("MockedResponses").path(name);
            if (!response.isObject()) {
                throw new CheckException("The test case mocks the state '" + state.getKey() + "' by '" + name
                        + "', which is not in MockedResponses. Add it there.");
            }
            byState.put(state.getKey(), MockReader.response(name, response));
        }
        return byState;
    }

    /// The names of the state machines, in the order of the file.
    public List<String> machines() {
        return List.copyOf(responseByStateByCaseByMachine.keySet());
    }

    /// The mocks of one test case.
    ///
    /// @throws CheckException with the names that exist when there is no such machine or test case
    Mocks mocks(TestCase testCase) throws CheckException {
        Map<String, Map<String, MockedResponse>> cases = responseByStateByCaseByMachine.get(testCase.machine());
        if (cases == null) {
            throw new CheckException(
                    "No state machine '" + testCase.machine() + "' in the mock configuration; it has " + machines());
        }
        Map<String, MockedResponse> responses = cases.get(testCase.name());
        if (responses == null) {
            throw new CheckException("No test case '" + testCase.name() + "' for '" + testCase.machine()
                    + "' in the mock configuration; it has " + cases.keySet());
        }
        return new Mocks(testCase.toString(), responses);
    }

    /// The test case to run where none was chosen: of the machine and the case with the given name where
    /// there is one, else the first.
    ///
    /// @throws CheckException when the first machine has no test case
    public TestCase defaultCase(String preferred) throws CheckException {
        String machine = responseByStateByCaseByMachine.containsKey(preferred)
                ? preferred
                : machines().getFirst();
        List<String> cases = new ArrayList<>(
                responseByStateByCaseByMachine.getOrDefault(machine, Map.of()).keySet());
        if (cases.isEmpty()) {
            throw new CheckException(
                    "The state machine '" + machine + "' has no TestCases in the mock configuration; add one");
        }
        return new TestCase(machine, cases.contains(preferred) ? preferred : cases.getFirst());
    }
}
