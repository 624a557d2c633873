package dev.signalbox.asl.definition;

/// Reads a Map state.
final class MapReader {

    private MapReader() {}

    static State.Map map(String name, Element state) throws MalformedDefinitionException {
        Element processor = state.child("ItemProcessor");
        return new State.Map(
                name,
                DefinitionReader.workflow(processor),
                mode(state, processor),
                state.template("Items"),
                state.template("ItemSelector"),
                state.template("MaxConcurrency"),
                DefinitionReader.completion(state),
                FaultReader.retriers(state),
                FaultReader.catchers(state));
    }

    private static State.MapMode mode(Element state, Element processor) throws MalformedDefinitionException {
        boolean distributed = processor.has("ProcessorConfig")
                && processor
                        .child("ProcessorConfig")
                        .json()
                        .path("Mode")
                        .asText("INLINE")
                        .equals("DISTRIBUTED");
        if (!distributed) {
            return new State.MapMode.Inline();
        }
        return new State.MapMode.Distributed(
                state.has("Label") ? state.text("Label") : null,
                state.has("ItemBatcher") ? batcher(state.child("ItemBatcher")) : null,
                state.template("ToleratedFailureCount"),
                state.template("ToleratedFailurePercentage"));
    }

    private static State.ItemBatcher batcher(Element batcher) throws MalformedDefinitionException {
        return new State.ItemBatcher(
                batcher.template("MaxItemsPerBatch"),
                batcher.template("MaxInputBytesPerBatch"),
                batcher.template("BatchInput"));
    }
}
