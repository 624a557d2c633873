package dev.signalbox.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.expression.ParsedExpressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the JSON of a machine, already validated and with its substitutions made, into records.
public final class DefinitionReader {

    private DefinitionReader() {}

    /// Reads a whole machine.
    ///
    /// @param json the definition
    /// @param expressions what of it is parsed already
    /// @throws MalformedDefinitionException at the first thing that makes no sense, with its place
    public static Definition read(JsonNode json, ParsedExpressions expressions) throws MalformedDefinitionException {
        Element root = Element.root(json, expressions);
        return new Definition(workflow(root), root.wholeNumber("TimeoutSeconds"));
    }

    /// A machine, a branch or a processor.
    static Workflow workflow(Element element) throws MalformedDefinitionException {
        Map<String, State> states = new LinkedHashMap<>();
        Element members = element.child("States");
        for (String name : (Iterable<String>) members.json()::fieldNames) {
            states.put(name, state(name, members.child(name)));
        }
        try {
            return new Workflow(element.text("StartAt"), states);
        } catch (IllegalArgumentException e) {
            throw new MalformedDefinitionException(element.pointer() + "/StartAt", String.valueOf(e.getMessage()));
        }
    }

    private static State state(String name, Element state) throws MalformedDefinitionException {
        String type = state.text("Type");
        return switch (type) {
            case "Pass" -> new State.Pass(name, completion(state));
            case "Task" -> task(name, state);
            case "Choice" -> choice(name, state);
            case "Wait" ->
                new State.Wait(name, state.template("Seconds"), state.template("Timestamp"), completion(state));
            case "Succeed" -> new State.Succeed(name, state.template("Output"));
            case "Fail" -> new State.Fail(name, state.template("Error"), state.template("Cause"));
            case "Parallel" -> parallel(name, state);
            case "Map" -> MapReader.map(name, state);
            default ->
                throw new MalformedDefinitionException(
                        state.pointer() + "/Type",
                        "'" + type
                                + "' is no state type; it is one of Pass, Task, Choice, Wait, Parallel, Map, Succeed, Fail");
        };
    }

    private static State task(String name, Element state) throws MalformedDefinitionException {
        return new State.Task(
                name,
                TaskResource.parse(state.text("Resource")),
                state.template("Arguments"),
                state.template("TimeoutSeconds"),
                state.template("HeartbeatSeconds"),
                completion(state),
                FaultReader.retriers(state),
                FaultReader.catchers(state));
    }

    private static State choice(String name, Element state) throws MalformedDefinitionException {
        List<State.ChoiceRule> rules = new ArrayList<>();
        for (Element rule : state.children("Choices")) {
            rules.add(new State.ChoiceRule(rule.requiredTemplate("Condition"), completion(rule)));
        }
        State.Completion otherwise = state.has("Default")
                ? new State.Completion(state.template("Output"), state.template("Assign"), state.text("Default"))
                : null;
        return new State.Choice(name, List.copyOf(rules), otherwise);
    }

    private static State parallel(String name, Element state) throws MalformedDefinitionException {
        List<Workflow> branches = new ArrayList<>();
        for (Element branch : state.children("Branches")) {
            branches.add(workflow(branch));
        }
        return new State.Parallel(
                name,
                List.copyOf(branches),
                state.template("Arguments"),
                completion(state),
                FaultReader.retriers(state),
                FaultReader.catchers(state));
    }

    /// What comes out of a state, a rule or a catcher, and where it goes.
    static State.Completion completion(Element element) throws MalformedDefinitionException {
        String next = element.has("Next") ? element.text("Next") : null;
        return new State.Completion(element.template("Output"), element.template("Assign"), next);
    }
}
