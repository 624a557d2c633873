package dev.signalbox.model.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;

/// A model as one self-contained artifact: a [ModelHeader] as JSON that anybody can read without the
/// learner's library, and the learned numbers. Equal models have equal bytes.
public final class ModelFile {
    /// What an artifact of this format is.
    public static final String MEDIA_TYPE = "application/vnd.signalbox.model";

    private static final FramedFile FRAME = new FramedFile("SB-MODEL", 1, "a model");

    private ModelFile() {}

    /// The bytes of the file. A calibrator stands in the header, so that the model may be given with or
    /// without it.
    public static byte[] write(ModelHeader header, FittedModel model) {
        try {
            return FRAME.write(ContractJson.LENIENT.writeValueAsBytes(header), model.payload());
        } catch (JsonProcessingException e) {
            throw new UnexpectedFailure("The header of a model cannot be written.", "Report this defect.", e);
        }
    }

    /// The header alone; loads no native library.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the bytes are not a model, cut short,
    /// damaged, or of another version.
    public static ModelHeader header(byte[] bytes) {
        return header(FRAME.read(bytes));
    }

    /// The model, ready to score; the caller closes it. It answers exactly as the model that was written.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] as [#header] does.
    public static FittedModel open(byte[] bytes) {
        FramedFile.Frame frame = FRAME.read(bytes);
        ModelHeader header = header(frame);
        try {
            FittedModel model = restore(header, frame.bodyBytes());
            return header.calibrator() == null ? model : new CalibratedModel(model, header.calibrator());
        } catch (IllegalArgumentException e) {
            throw FRAME.damaged("its learned numbers cannot be read", e);
        }
    }

    private static FittedModel restore(ModelHeader header, byte[] body) {
        ModelShape shape = header.shape();
        return switch (header.algorithm()) {
            case BASELINE -> BaselineModel.restore(shape, body);
            case LINEAR -> LinearModel.restore(shape, body);
            case XGBOOST -> XgboostModel.restore(shape, body);
            case LIGHTGBM -> LightGbmModel.restore(shape, body);
            case BLEND -> BlendedModel.restore(header, body);
        };
    }

    private static ModelHeader header(FramedFile.Frame frame) {
        try {
            return ContractJson.LENIENT.readValue(frame.headerBytes(), ModelHeader.class);
        } catch (IOException e) {
            throw FRAME.damaged("its header is not that of a model", e);
        }
    }
}
