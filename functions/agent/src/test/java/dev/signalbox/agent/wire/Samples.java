package dev.signalbox.agent.wire;

import java.util.List;

/// One of each action, and of each repair.
final class Samples {
    static final List<String> ACTIONS = List.of(
                    "{'type':'train_more','candidates':[{'candidateId':'d1-a','algorithm':'xgboost',"
                            + "'parameters':{'rounds':200,'learning_rate':0.05}}]}",
                    "{'type':'repair_data','repairs':[{'type':'drop_column','column':'a'},"
                            + "{'type':'rename_column','from':'a','to':'b'},{'type':'drop_duplicates'},"
                            + "{'type':'parse_as','column':'a','as':'number'},"
                            + "{'type':'map_labels','column':'a','labels':{'Yes':'yes'}},"
                            + "{'type':'clip_outliers','column':'a','low':-1.5,'high':2},"
                            + "{'type':'drop_rows','column':'a','condition':'missing'},"
                            + "{'type':'drop_rows','column':'a','condition':'in','labels':['x']}]}",
                    "{'type':'blend','candidateIds':['a','b'],'method':'greedy'}",
                    "{'type':'ask_human','question':'Which?','options':['a','b']}",
                    "{'type':'promote','candidateId':'xgb-1'}",
                    "{'type':'reject','reason':'no'}",
                    "{'type':'quarantine','reason':'no'}",
                    "{'type':'retry_stage','stage':'train','changes':{'sampleFraction':0.5,'threads':1,'lenientParser':false}}",
                    "{'type':'finish'}")
            .stream()
            .map(json -> json.replace('\'', '"'))
            .toList();

    private Samples() {}
}
