package dev.signalbox.asl.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final JsonNode STATES = json("{'input': {'a': 1, 'n': null, 'list': [{'k': 'x'}]}}");

    @Test
    void aLiteralIsReturnedAsItStands() throws EvaluationException, InvalidExpressionException {
        Template template = Template.compile(json("{'a': [1, 'two', '{%', null]}"), "Output");
        assertThat(template.isConstant()).isTrue();
        assertThat(template.evaluate(bindings())).isEqualTo(json("{'a': [1, 'two', '{%', null]}"));
    }

    @Test
    void expressionsAreFoundAtAnyDepth() throws EvaluationException, InvalidExpressionException {
        Template template = Template.compile(json("{'a': [{'b': '{% $states.input.a + $v %}'}]}"), "Output");
        assertThat(template.isConstant()).isFalse();
        assertThat(template.evaluate(bindings())).isEqualTo(json("{'a': [{'b': 3}]}"));
    }

    @Test
    void whatIsOnlyPassedOnIsNotCopied() throws EvaluationException {
        assertThat(evaluate("$states.input")).isSameAs(STATES.get("input"));
    }

    @Test
    void nothingIsAnErrorAndNullIsNot() throws EvaluationException {
        assertThat(evaluate("$states.input.n").isNull()).isTrue();
        assertThatThrownBy(() -> evaluate("$states.input.m"))
                .hasMessage(
                        "The JSONata expression '$states.input.m' specified for the field 'Output' returned nothing (undefined).");
    }

    @Test
    void anotherTypeThanTheFieldTakesIsAnErrorInAwssWords() throws InvalidExpressionException {
        Template items = Template.compile(TextNode.valueOf("{% 'string' %}"), "Items");
        assertThatThrownBy(() -> items.evaluate(bindings(), JsonType.ARRAY))
                .hasMessage(
                        "The JSONata expression ''string'' specified for the field 'Items' returned an unexpected result type."
                                + " Expected 'array', but was 'string' for value: \"string\"");
    }

    @Test
    void aSyntaxErrorIsFoundWhenItIsCompiledWithItsPosition() {
        assertThatThrownBy(() -> Template.compile(TextNode.valueOf("{% 1 + %}"), "Output"))
                .isInstanceOfSatisfying(InvalidExpressionException.class, error -> {
                    assertThat(error.position()).isEqualTo(3);
                    assertThat(error.reason()).isEqualTo("S0207: Unexpected end of expression");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($x){$f($x)}; $f(1))",
                "($f := function($x){1 + $f($x)}; $f(1))",
                "[1..1000000].[1..1000000]",
                "$pad('x', 100000000)",
                "($d := function($s, $n){$n = 0 ? $s : $d($s & $s, $n - 1)}; $d('xxxxxxxx', 40))"
            })
    void aRunawayExpressionFails(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("threw an error during evaluation: ");
    }

    @Test
    void timeAndChanceComeFromTheEnvironment() throws EvaluationException, InvalidExpressionException {
        Template template =
                Template.compile(TextNode.valueOf("{% [$now(), $millis(), $uuid(), $random()] %}"), "Output");
        JsonNode first = template.evaluate(bindings());
        assertThat(first.get(0).asText()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(first.get(2).asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(template.evaluate(bindings())).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    $eval("1")            | T1006: Attempted to invoke a non-function
                    $sum(["a"])           | T0412: Argument 1 of function "sum" must be an array of "numbers"
                    $uppercase(1)         | T0410: Argument 1 of function "uppercase" does not match function signature
                    1 + "a"               | T2002: The right side of the "+" operator must evaluate to a number
                    $number("abc")        | D3030: Unable to cast value to a number: "abc"
                    $sort([1, "a"])       | D3070: The single argument form of the sort function
                    $toMillis("bad")      | D3110: The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "bad"
                    $error("mine")        | D3137: mine
                    uppercase("a")        | T1005: Attempted to invoke a non-function. Did you mean $uppercase?
                    """)
    void errorsReadAsJsonataWritesThem(String expression, String message) {
        assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining("during evaluation. " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    $replace("a.b", ".", "-")                                          | "a-b"
                    $replace("a.b.c", ".", "-", 1)                                     | "a-b.c"
                    $replace("265USD", /([0-9]+)USD/, function($m){"$" & $m.groups[0]})| "$265"
                    $replace("ab", /(a)(b)/, "$2$1$$")                                 | "ba$"
                    $replace("ab", /(a)/, "[$0$9]")                                    | "[a]b"
                    $encodeUrl("https://x.y/?a=b c")                                   | "https://x.y/?a=b%20c"
                    $distinct([1, 1])                                                  | [1]
                    $toMillis("1970-01-01T00:00:01")                                   | 1000
                    $pad("x", -3, "ab")                                                | "abx"
                    """)
    void functionsThatThePortHasWrongAreRight(String expression, String result) throws EvaluationException {
        assertThat(evaluate(expression)).isEqualTo(json(result));
    }

    @Test
    void oneTemplateServesManyThreads() throws InvalidExpressionException, InterruptedException, ExecutionException {
        Template template = Template.compile(
                TextNode.valueOf(
                        "{% ($f := function($n){$n <= 1 ? 1 : $n * $f($n - 1)}; $f(10) + $v + $count($states.input.list)) %}"),
                "Output");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> results = IntStream.range(0, 200)
                    .mapToObj(i ->
                            threads.submit(() -> template.evaluate(new Bindings(STATES, Map.of("v", json("" + i))))))
                    .toList();
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get().asInt()).isEqualTo(3_628_801 + i);
            }
        }
    }

    private static JsonNode evaluate(String expression) throws EvaluationException {
        try {
            return Template.compile(TextNode.valueOf("{% " + expression + " %}"), "Output")
                    .evaluate(bindings());
        } catch (InvalidExpressionException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Bindings bindings() {
        ExpressionEnvironment environment = new ExpressionEnvironment(
                InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z")), new Random(1));
        return new Bindings(STATES, Map.of("v", json("2")), environment);
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
