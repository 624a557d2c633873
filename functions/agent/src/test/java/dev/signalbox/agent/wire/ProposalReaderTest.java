package dev.signalbox.agent.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RulingOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalReaderTest {
    @Test
    void readsABareActionAndAWholeProposal() {
        Proposal bare = understood("{'type':'promote','candidateId':'xgb-1'}");
        Proposal whole = understood("{'id':'p1','action':{'type':'finish'},'rationale':'done',"
                + "'evidence':[{'fact':'/data/rows','value':5}],'planner':'the_owner','rule':'x'}");

        assertThat(bare.action()).isEqualTo(new Action.Promote("xgb-1"));
        assertThat(whole.id()).isEqualTo("p1");
        assertThat(whole.planner()).isEqualTo("llm");
        assertThat(whole.evidence()).hasSize(1);
    }

    @Test
    void leavesAloneWhatChangesDoNotName() {
        assertThat(understood("{'type':'retry_stage','stage':'train','changes':{'threads':1}}")
                        .action())
                .isEqualTo(new Action.RetryStage(RetryableStage.TRAIN, new RetryChanges(1, 1, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "not JSON",
                "{}",
                "{'type':'promote'}",
                "{'type':'promote','candidateId':null}",
                "{'type':'promote','candidateId':7}",
                "{'type':'promote','candidateId':true}",
                "{'type':'promote','candidateId':['x']}",
                "{'type':'promote','candidateId':'x','sudo':true}",
                "{'type':'promote','candidateId':'x','candidateId':'y'}",
                "{'type':'promote','candidateId':'x'} {'type':'finish'}",
                "{'type':'promote','candidateId':'x'} trailing",
                "{'type':'PROMOTE','candidateId':'x'}",
                "{'type':'delete_everything'}",
                "{'type':7}",
                "{'action':{'type':'finish'},'type':'finish'}",
                "{'action':['finish',{}]}",
                "{'action':{'type':'finish'},'evidence':{'fact':'/a','value':1}}",
                "{'action':{'type':'finish'},'evidence':[{'fact':'/a'}]}",
                "{'action':{'type':'finish'},'evidence':[{'fact':'/a','value':'1'}]}",
                "{'action':{'type':'finish'},'evidence':[{'fact':'/a','value':NaN}]}",
                "{'action':{'type':'finish'},'evidence':[{'fact':'/a','value':'NaN'}]}",
                "{'action':{'type':'finish'},'evidence':[{'fact':'/a','value':Infinity}]}",
                "{'action':{'type':'finish'},'evidence':[{'fact':'/a','value':1e999}]}",
                "{'action':{'type':'finish'},'evidence':[{'fact':'rows','value':1}]}",
                "{'action':{'type':'finish'},'evidence':[null]}",
                "{'type':'train_more','candidates':[]}",
                "{'type':'train_more','candidates':[{'candidateId':'d1-a','algorithm':'linear',"
                        + "'parameters':{'rounds':1e300}}]}",
                "{'type':'train_more','candidates':[{'candidateId':'d1-a','algorithm':'linear',"
                        + "'parameters':{'rounds':null}}]}",
                "{'type':'train_more','candidates':[{'candidateId':'d1-a','algorithm':1}]}",
                "{'type':'train_more','candidates':[{'candidateId':'D1 a','algorithm':'linear'}]}",
                "{'type':'retry_stage','stage':'train','changes':{'threads':1.5}}",
                "{'type':'retry_stage','stage':'train','changes':{'threads':'1'}}",
                "{'type':'retry_stage','stage':'train','changes':{'sampleFraction':'Infinity'}}",
                "{'type':'repair_data','repairs':[{'type':'clip_outliers','column':'a','low':'-Infinity','high':1}]}",
                "{'type':'repair_data','repairs':[{'type':'map_labels','column':'a','labels':{'a':null}}]}",
                "{'type':'repair_data','repairs':[{'type':'run_shell','command':'rm'}]}",
                "{/* a comment */'type':'finish'}"
            })
    void deniesWhatIsNoProposal(String json) {
        Reading reading = read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(reading).isInstanceOfSatisfying(Reading.Malformed.class, malformed -> {
            assertThat(malformed.ruling().outcome()).isEqualTo(RulingOutcome.DENY);
            assertThat(malformed.ruling().code()).isEqualTo("malformed");
            assertThat(malformed.ruling().reason()).hasSizeBetween(20, 400);
        });
    }

    @Test
    void deniesWhatIsTooLongTooDeepOrNoText() {
        String deep = "[".repeat(100_000);
        String megabyte = "{\"type\":\"reject\",\"reason\":\"" + "a".repeat(1 << 20) + "\"}";
        String longText = "{\"type\":\"reject\",\"reason\":\"" + "a".repeat(100_000) + "\"}";
        String longNumber = "{\"action\":{\"type\":\"finish\"},\"evidence\":[{\"fact\":\"/a\",\"value\":"
                + "1".repeat(10_000) + "}]}";
        for (String json : List.of(deep, megabyte, longText, longNumber)) {
            assertThat(read(json.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.Malformed.class);
        }
        assertThat(read(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2}))
                .isInstanceOf(Reading.Malformed.class);
        assertThat(read(new byte[0])).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void saysWhereItIsWrong() {
        assertThat(read("{\"action\":{\"type\":\"promote\",\"candidateId\":\"x\",\"force\":1}}"
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Malformed.class,
                        malformed -> assertThat(malformed.ruling().reason())
                                .startsWith("At /action/force: ")
                                .contains("force"));
    }

    @Property(tries = 2_000)
    void neverRaisesOnBrokenBytes(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes =
                Samples.ACTIONS.get(random.nextInt(Samples.ACTIONS.size())).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        assertThat(read(bytes)).isNotNull();
    }

    private static Proposal understood(String json) {
        Reading reading = read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).proposal();
    }

    private static Reading read(byte[] json) {
        return ProposalReader.read(json, "llm", "prompt");
    }
}
