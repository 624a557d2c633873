package dev.signalbox.asl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {
    private static final String FUNCTION = "'Resource':'arn:aws:lambda:us-east-1:123456789012:function:f'";

    @Test
    void aSoundDefinitionHasNoFindings() {
        assertThat(state("'Type':'Task'," + FUNCTION
                        + ",'Arguments':{'a':'{% $states.input.a %}'},'Output':'{% $states.result %}','TimeoutSeconds':60,"
                        + "'HeartbeatSeconds':10,'Retry':[{'ErrorEquals':['X'],'BackoffRate':1.5,'JitterStrategy':'FULL'},"
                        + "{'ErrorEquals':['States.ALL'],'MaxDelaySeconds':9}],'End':true"))
                .isEmpty();
    }

    /// Each line: the members of the state `A`, the code, the location, and words of the message.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'Type':'Pass'                                                 | SCHEMA_VALIDATION_FAILED | /States/A | [Next, End]
                    'Type':'Pass','End':true,'Next':'A'                           | SCHEMA_VALIDATION_FAILED | /States/A | There should only be one of the following fields: [Next, End]
                    'Type':'Pas','End':true                                       | SCHEMA_VALIDATION_FAILED | /States/A/Type | Did you mean 'Pass'?
                    'End':true                                                    | SCHEMA_VALIDATION_FAILED | /States/A | These fields are required: [Type]
                    'Type':'Pass','Outptu':1,'End':true                           | SCHEMA_VALIDATION_FAILED | /States/A/Outptu | Did you mean 'Output'?
                    'Type':'Pass','End':'yes'                                     | SCHEMA_VALIDATION_FAILED | /States/A/End | Expected true or false
                    'Type':'Pass','Catch':[],'End':true                           | SCHEMA_VALIDATION_FAILED | /States/A/Catch | Field 'Catch' is not supported
                    'Type':'Map','TimeoutSeconds':1,'ItemProcessor':{},'End':true | SCHEMA_VALIDATION_FAILED | /States/A/TimeoutSeconds | is not supported
                    'Type':'Pass','Assign':{'states':1},'End':true                | SCHEMA_VALIDATION_FAILED | /States/A/Assign/states | reserved
                    'Type':'Pass','Assign':{'1x':1},'End':true                    | SCHEMA_VALIDATION_FAILED | /States/A/Assign/1x | must start with a letter
                    'Type':'Pass','Output':'{% 1 + %}','End':true                 | INVALID_JSONATA_EXPRESSION | /States/A/Output | Unexpected end of expression at position 3
                    'Type':'Pass','Output':{'v':'{% phone %}'},'End':true         | UNSUPPORTED_JSONATA_EXPRESSION | /States/A/Output/v | Reference to 'phone' at the top level is not supported
                    'Type':'Pass','Output':'{% $states.errorOutput %}','End':true | UNSUPPORTED_JSONATA_EXPRESSION | /States/A/Output | only in the Output and Assign of a Catch
                    'Type':'Pass','Output':'{% $states.result %}','End':true      | UNSUPPORTED_JSONATA_EXPRESSION | /States/A/Output | Field '$states.result' does not exist. It is there only in the Output and Assign of a Task
                    'Type':'Pass','Output':'{% $states.inptu.a %}','End':true     | UNSUPPORTED_JSONATA_EXPRESSION | /States/A/Output | Field '$states.inptu' does not exist. $states has input, context, result and errorOutput. Did you mean 'input'?
                    'Type':'Pass','Output':'{% $$.a %}','End':true                | UNSUPPORTED_JSONATA_EXPRESSION | /States/A/Output | Reference to '$$' is not supported.
                    'Type':'Pass','Assign':'{% {} %}','End':true                  | SCHEMA_VALIDATION_FAILED | /States/A/Assign | Expected an object with one member per variable
                    'Type':'Pass','Output':' {% 1 %}','End':true                  | SCHEMA_VALIDATION_FAILED | /States/A/Output | must be the whole string
                    'Type':'Pass','InputPath':'$.a','End':true                    | SCHEMA_VALIDATION_FAILED | /States/A/InputPath | $states.input.part
                    'Type':'Pass','Parameters':{'a.$':'$.a'},'End':true           | SCHEMA_VALIDATION_FAILED | /States/A/Parameters | Arguments
                    'Type':'Pass','Result':1,'End':true                           | SCHEMA_VALIDATION_FAILED | /States/A/Result | Output
                    'Type':'Pass','ResultPath':'$.r','End':true                   | SCHEMA_VALIDATION_FAILED | /States/A/ResultPath | $merge
                    'Type':'Wait','SecondsPath':'$.s','End':true                  | SCHEMA_VALIDATION_FAILED | /States/A/SecondsPath | "Seconds": "{% $states.input.part %}"
                    'Type':'Pass','QueryLanguage':'JSONPath','End':true           | SCHEMA_VALIDATION_FAILED | /States/A | can not be 'JSONPath' if set to 'JSONata'
                    'Type':'Wait','End':true                                      | SCHEMA_VALIDATION_FAILED | /States/A | [Seconds, Timestamp]
                    'Type':'Wait','Seconds':-1,'End':true                         | SCHEMA_VALIDATION_FAILED | /States/A/Seconds | Minimum value is 0
                    'Type':'Wait','Seconds':1,'Timestamp':'2016-01-01T00:00:00Z','End':true | SCHEMA_VALIDATION_FAILED | /States/A | only be one
                    'Type':'Wait','Timestamp':'tomorrow','End':true               | SCHEMA_VALIDATION_FAILED | /States/A/Timestamp | RFC3339
                    'Type':'Choice','Choices':[]                                  | SCHEMA_VALIDATION_FAILED | /States/A/Choices | at least one rule
                    'Type':'Choice','Choices':[{'Next':'A'}]                      | SCHEMA_VALIDATION_FAILED | /States/A/Choices/0 | [Condition]
                    'Type':'Choice','Choices':[{'Condition':'yes','Next':'A'}]    | SCHEMA_VALIDATION_FAILED | /States/A/Choices/0/Condition | JSONata expression
                    'Type':'Choice','Choices':[{'Variable':'$.a','StringEquals':'x','Next':'A'}] | SCHEMA_VALIDATION_FAILED | /States/A/Choices/0/StringEquals | Condition
                    'Type':'Choice','Choices':[{'Condition':true,'Next':'Aa'}]    | MISSING_TRANSITION_TARGET | /States/A/Choices/0/Next | Missing 'Next' target: Aa. Did you mean 'A'?
                    'Type':'Choice','Choices':[{'Condition':true,'Next':'A'}],'End':true | SCHEMA_VALIDATION_FAILED | /States/A/End | not supported
                    'Type':'Succeed','End':true                                   | SCHEMA_VALIDATION_FAILED | /States/A/End | not supported
                    'Type':'Fail','Next':'A'                                      | SCHEMA_VALIDATION_FAILED | /States/A/Next | not supported
                    'Type':'Task','End':true                                      | SCHEMA_VALIDATION_FAILED | /States/A | [Resource]
                    'Type':'Task','Resource':'work','End':true                    | INVALID_RESOURCE | /States/A/Resource | Expected an ARN
                    'Type':'Task','Resource':'${Fn}','End':true                   | UNRESOLVED_SUBSTITUTION | /States/A/Resource | ${Fn}
                    'Type':'Parallel','Branches':[],'End':true                    | SCHEMA_VALIDATION_FAILED | /States/A/Branches | at least one branch
                    'Type':'Map','End':true                                       | SCHEMA_VALIDATION_FAILED | /States/A | [ItemProcessor]
                    'Type':'Map','Items':'x','ItemProcessor':{},'End':true        | SCHEMA_VALIDATION_FAILED | /States/A/Items | an array
                    'Type':'Map','MaxConcurrency':-1,'ItemProcessor':{},'End':true| SCHEMA_VALIDATION_FAILED | /States/A/MaxConcurrency | Minimum value is 0
                    'Type':'Map','ItemProcessor':{'QueryLanguage':'JSONata'},'End':true | SCHEMA_VALIDATION_FAILED | /States/A/ItemProcessor/QueryLanguage | not supported
                    'Type':'Map','ItemBatcher':{'MaxItemsPerBatch':1},'ItemProcessor':{},'End':true | SCHEMA_VALIDATION_FAILED | /States/A/ItemBatcher | inline
                    """)
    void findsWhatIsWrongWithAState(String members, String code, String location, String words) {
        assertThat(state(members)).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.code().name()).isEqualTo(code);
            assertThat(finding.location()).isEqualTo(location);
            assertThat(finding.message()).contains(words);
        });
    }

    /// Each line: the fault rules of a Task, the location, and words of the message.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'Retry':[{}]                                                     | /Retry/0 | [ErrorEquals]
                    'Retry':[{'ErrorEquals':[]}]                                     | /Retry/0/ErrorEquals | at least one error name
                    'Retry':[{'ErrorEquals':['States.ALL','X']}]                     | /Retry/0/ErrorEquals | stand alone
                    'Retry':[{'ErrorEquals':['States.ALL']},{'ErrorEquals':['X']}]   | /Retry/0/ErrorEquals | last rule
                    'Retry':[{'ErrorEquals':['X'],'IntervalSeconds':0}]              | /Retry/0/IntervalSeconds | Minimum value is 1
                    'Retry':[{'ErrorEquals':['X'],'MaxAttempts':100000000}]          | /Retry/0/MaxAttempts | Maximum value is 99999999
                    'Retry':[{'ErrorEquals':['X'],'BackoffRate':0.5}]                | /Retry/0/BackoffRate | Minimum value is 1
                    'Retry':[{'ErrorEquals':['X'],'IntervalSeconds':5,'MaxDelaySeconds':5}] | /Retry/0/MaxDelaySeconds | greater than IntervalSeconds
                    'Retry':[{'ErrorEquals':['X'],'JitterStrategy':'SOME'}]          | /Retry/0/JitterStrategy | [FULL, NONE]
                    'Catch':[{'ErrorEquals':['X']}]                                  | /Catch/0 | [Next]
                    'Catch':[{'ErrorEquals':['X'],'Next':'A','ResultPath':'$.e'}]    | /Catch/0/ResultPath | $merge
                    'TimeoutSeconds':0                                               | /TimeoutSeconds | Minimum value is 1
                    'TimeoutSeconds':10,'HeartbeatSeconds':10                        | /HeartbeatSeconds | must be smaller
                    """)
    void findsWhatIsWrongWithFaultRules(String members, String location, String words) {
        assertThat(state("'Type':'Task'," + FUNCTION + "," + members + ",'End':true"))
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.location()).isEqualTo("/States/A" + location);
                    assertThat(finding.message()).contains(words);
                });
    }

    @Test
    void findsStatesThatNothingLeadsToAndMachinesThatNeverEnd() {
        assertThat(validate("{'QueryLanguage':'JSONata','StartAt':'A','States':{"
                        + "'A':{'Type':'Pass','Next':'Nope'},'B':{'Type':'Succeed'}}}"))
                .extracting(finding -> finding.code() + " " + finding.location() + " " + finding.message())
                .containsExactly(
                        "MISSING_TRANSITION_TARGET /States/A/Next Missing 'Next' target: Nope.",
                        "MISSING_TRANSITION_TARGET /States/B State \"B\" is not reachable.");
        assertThat(validate("{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Pass','Next':'A'}}}"))
                .extracting(Finding::code)
                .containsExactly(FindingCode.MISSING_END_STATE);
    }

    @Test
    void findsNamesThatOccurTwiceInNestedMachines() {
        assertThat(state("'Type':'Parallel','Branches':[{'StartAt':'A','States':{'A':{'Type':'Succeed'}}}],'End':true"))
                .extracting(Finding::code)
                .containsExactly(FindingCode.DUPLICATE_STATE_NAME);
    }

    @Test
    void aMachineWithoutAQueryLanguageIsJsonPathWhichIsRefused() {
        assertThat(validate("{'StartAt':'A','States':{'A':{'Type':'Pass','End':true}}}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("\"QueryLanguage\": \"JSONata\""));
        assertThat(validate("{'StartAt':'A','States':{'A':{'Type':'Pass','QueryLanguage':'JSONata','End':true}}}"))
                .isEmpty();
    }

    @Test
    void textThatIsNoJsonIsAFindingWithItsPlace() {
        assertThat(Validator.validate("{\"StartAt\": }")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.INVALID_JSON_DESCRIPTION);
            assertThat(finding.message()).contains("line 1, column");
        });
        assertThat(Validator.validate("{\"StartAt\":\"A\",\"StartAt\":\"B\"}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Duplicate field 'StartAt'"));
        assertThat(Validator.validate(" ")).extracting(Finding::code).containsExactly(FindingCode.MISSING_DESCRIPTION);
        assertThat(Validator.validate("[]"))
                .extracting(Finding::message)
                .containsExactly("Definition must be a valid JSON object");
        assertThat(Validator.validate("{}"))
                .extracting(Finding::message)
                .containsExactly("These fields are required: [StartAt, States]");
    }

    @Test
    void whatIsProbablyNotMeantIsAWarning() {
        assertThat(state("'Type':'Pass','Output':{'a.$':'$.a','b':'$.b'},'End':true"))
                .extracting(finding -> finding.severity() + " " + finding.code())
                .containsExactly("WARNING NO_DOLLAR", "WARNING NO_DOLLAR", "WARNING NO_DOLLAR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
                    $states.input.list[name = 'x'].value
                    $states.input.list.{'k': key, 'v': value}
                    $states.input.list{key: $sum(value)}
                    $states.input.list^(>price).name
                    $states.input.(a + b)
                    $map($states.input.list, function($v, $i){ $v.name & $i })
                    ($f := function($x)<n:n>{ $x }; $f(1))
                    $states.input.a > 1 and $states.input.b in [1, 2] or true
                    $states.input ~> |o|{'b': c}|
                    $states.input.`a b`
                    'text with name' & "other name"
                    'a $$ and a $states.other'
                    """)
    void namesThatHaveSomethingToBelongToAreNoReferencesAtTheTopLevel(String expression) {
        String json = "{% " + expression.replace("\\", "\\\\").replace("\"", "\\\"") + " %}";
        assertThat(Validator.validate(
                        "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Output\":\""
                                + json + "\",\"End\":true}}}"))
                .isEmpty();
    }

    @Test
    void foldersAreWalkedInOrder(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("b")).resolve("definition.json"), "{}");
        Files.writeString(folder.resolve("a.asl.json"), "{");
        Files.writeString(folder.resolve("other.json"), "{");
        assertThat(Validations.of(folder))
                .extracting(validations -> folder.relativize(validations.file()) + " " + validations.sound())
                .containsExactly("a.asl.json false", "b/definition.json false");
    }

    private static List<Finding> state(String members) {
        return validate("{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{" + members + "}}}");
    }

    private static List<Finding> validate(String definition) {
        return Validator.validate(definition.replace('\'', '"'));
    }
}
