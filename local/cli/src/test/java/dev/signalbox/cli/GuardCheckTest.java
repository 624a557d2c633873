package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.cli.run.GuardCases;
import dev.signalbox.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `signalbox agent guard-check`: each code, by files as a person writes them.
class GuardCheckTest {
    private static final String MODELS = "'candidates':['xgb-1','linear']";
    private static final String BLEND = "{'type':'blend','candidateIds':['xgb-1','linear'],'method':'mean'}";
    private static final String TRAIN =
            "{'type':'train_more','candidates':[{'candidateId':'d1-a','algorithm':'linear'}]}";
    private static final String PROMOTE = "{'type':'promote','candidateId':'xgb-1'}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            allow | ok                | PROMOTE | {MODELS}
            allow | ok                | {'action':PROMOTE,'evidence':[{'fact':'/candidates/0/score/value','value':0.8}]} | {MODELS}
            deny  | evidence          | {'action':PROMOTE,'evidence':[{'fact':'/candidates/0/score/value','value':0.9}]} | {MODELS}
            deny  | evidence          | {'action':PROMOTE,'evidence':[{'fact':'/candidates/7/score/value','value':0.8}]} | {MODELS}
            deny  | malformed         | {'type':'promote'} | {MODELS}
            deny  | malformed         | {'type':'promote','candidateId':'nobody'} | {MODELS}
            deny  | malformed         | PROMOTE | []
            deny  | malformed         | PROMOTE | {'situation':7}
            deny  | not_allowed       | TRAIN | {}
            allow | ok                | TRAIN | {MODELS,'budget':{'candidates':1}}
            deny  | budget            | TRAIN | {MODELS,'budget':{'candidates':0}}
            deny  | budget            | TRAIN | {MODELS,'budget':{'decisions':0}}
            deny  | budget            | TRAIN | {MODELS,'budget':{'seconds':1}}
            deny  | budget            | TRAIN | {MODELS,'budget':{'tokens':0}}
            deny  | halted            | PROMOTE | {MODELS,'controls':{'halt':'stop'}}
            allow | ok                | {'type':'reject','reason':'no'} | {MODELS,'controls':{'halt':'stop'}}
            deny  | replay            | {'action':PROMOTE,'id':'p1'} | {MODELS,'controls':{'usedIds':['p1']}}
            allow | ok                | BLEND | {MODELS,'decisions':[{'action':BLEND}]}
            deny  | repeat            | BLEND | {MODELS,'decisions':[{'action':BLEND},{'action':BLEND}]}
            ask   | approval_required | PROMOTE | {MODELS,'controls':{'approval':{'mode':'always'}}}
            ask   | approval_required | TRAIN | {MODELS,'controls':{'approval':{'actions':{'train_more':'always'}}}}
            allow | ok                | TRAIN | {MODELS,'controls':{'approval':{'actions':{'train_more':'always'}},'approvals':[{'action':TRAIN,'status':'approved'}]}}
            ask   | approval_required | TRAIN | {MODELS,'controls':{'approval':{'actions':{'train_more':'always'}},'approvals':[{'action':BLEND,'status':'approved'}]}}
            deny  | approval_invalid  | TRAIN | {MODELS,'controls':{'approval':{'actions':{'train_more':'always'}},'approvals':[{'action':TRAIN,'status':'consumed'}]}}
            deny  | approval_invalid  | TRAIN | {MODELS,'controls':{'approvals':[{'action':TRAIN,'status':'rejected'}]}}
            deny  | approval_invalid  | PROMOTE | {MODELS,'decisions':[{'action':BLEND}],'controls':{'approval':{'mode':'always'},'approvals':[{'action':PROMOTE,'subject':'d0','status':'approved'}]}}
            ask   | approval_required | PROMOTE | {MODELS,'controls':{'approval':{'mode':'on_threshold'}}}
            allow | ok                | PROMOTE | {MODELS,'champion':{'validScore':0.78},'controls':{'approval':{'mode':'on_threshold'}}}
            ask   | approval_required | PROMOTE | {MODELS,'champion':{'validScore':0.6},'controls':{'approval':{'mode':'on_threshold'}}}
            """)
    void rulesAsDocumented(String decision, String reason, String action, String view) throws Exception {
        write("a", action, view);

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.reason()).as(line.toString()).isEqualTo(reason);
            assertThat(line.decision()).isEqualTo(decision);
        });
    }

    @Test
    void aBrokenCaseIsALineAndTheOthersGoOn() throws Exception {
        write("a", "{'type':'promote','candidateId':'x','candidateId':'x'}", "{}");
        write("b", "x".repeat(3_000_000), "{}");
        Files.createDirectories(folder.resolve("c"));
        write("d", PROMOTE, "{MODELS");
        write("e", PROMOTE, "{MODELS}");

        assertThat(lines())
                .extracting(GuardCases.Line::reason)
                .containsExactly("malformed", "malformed", "malformed", "malformed", "ok");
        JsonNode line = new ObjectMapper().readTree(ContractJson.LENIENT.writeValueAsString(lines().getLast()));
        assertThat(line.fieldNames()).toIterable().containsExactly("case", "decision", "reason", "rulings");
    }

    @Test
    void theExamplesOfThePageAreCases() throws Exception {
        Path page = Path.of(System.getProperty("signalbox.root"), "docs", "agent.md");
        Matcher blocks = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        Path one = Files.createDirectories(folder.resolve("page"));
        Files.writeString(one.resolve("action.json"), found.get(1));
        Files.writeString(one.resolve("view.json"), found.get(2));

        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("halted"));
        assertThat(lines().getFirst().rulings())
                .filteredOn(ruling -> !ruling.code().equals("ok"))
                .hasSize(2);
    }

    private List<GuardCases.Line> lines() {
        List<GuardCases.Line> lines = new ArrayList<>();
        GuardCases.rule(folder, lines::add);
        return lines;
    }

    private void write(String name, String action, String view) throws IOException {
        Path one = Files.createDirectories(folder.resolve(name));
        Files.writeString(one.resolve("action.json"), json(action));
        Files.writeString(one.resolve("view.json"), json(view));
    }

    private static String json(String text) {
        return text.replace("MODELS", MODELS)
                .replace("BLEND", BLEND)
                .replace("TRAIN", TRAIN)
                .replace("PROMOTE", PROMOTE)
                .replace('\'', '"');
    }
}
