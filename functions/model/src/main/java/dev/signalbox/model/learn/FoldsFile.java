package dev.signalbox.model.learn;

import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.model.matrix.MatrixFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The folds of a cross-validation as one artifact, since they are small and always read together: in the
/// header the length of each matrix in bytes (int32), in the body the matrices as [MatrixFile] has them, of
/// each fold first its training and then its validation rows.
public final class FoldsFile {
    /// What an artifact of this format is.
    public static final String MEDIA_TYPE = "application/vnd.signalbox.folds";

    private static final FramedFile FRAME = new FramedFile("SB-FOLDS", 1, "folds");

    private FoldsFile() {}

    /// The bytes of the file.
    ///
    /// Raises [ResourceExhausted] above 2 GiB.
    public static byte[] write(List<Fold> folds) {
        List<byte[]> matrices = new ArrayList<>();
        for (Fold fold : folds) {
            matrices.add(MatrixFile.write(fold.train()));
            matrices.add(MatrixFile.write(fold.valid()));
        }
        long size = matrices.stream().mapToLong(matrix -> matrix.length).sum();
        if (size > Integer.MAX_VALUE - 1024L * folds.size()) {
            throw new ResourceExhausted(
                    "The folds take " + size + " bytes; expected less than 2 GiB.", "Use fewer columns.");
        }
        byte[] lengths = new byte[matrices.size() * Integer.BYTES];
        ByteBuffer lengthsOut = ByteBuffer.wrap(lengths).order(ByteOrder.LITTLE_ENDIAN);
        byte[] body = new byte[(int) size];
        ByteBuffer bodyOut = ByteBuffer.wrap(body);
        for (byte[] matrix : matrices) {
            lengthsOut.putInt(matrix.length);
            bodyOut.put(matrix);
        }
        return FRAME.write(lengths, body);
    }

    /// Reads the bytes of a file.
    ///
    /// Raises [InvalidInput] where they are not folds, cut short or damaged.
    public static List<Fold> read(byte[] bytes) {
        FramedFile.Frame frame = FRAME.read(bytes);
        ByteBuffer lengths = frame.header();
        List<Fold> folds = new ArrayList<>();
        int at = 0;
        for (int i = 0; i + 2 * Integer.BYTES <= lengths.remaining(); i += 2 * Integer.BYTES) {
            byte[] train = part(frame.body(), at, lengths.getInt(i));
            byte[] valid = part(frame.body(), at + train.length, lengths.getInt(i + Integer.BYTES));
            folds.add(fold(train, valid));
            at += train.length + valid.length;
        }
        if (folds.isEmpty() || at != frame.body().remaining()) {
            throw FRAME.damaged("its parts have odd lengths", null);
        }
        return List.copyOf(folds);
    }

    private static byte[] part(ByteBuffer body, int from, int length) {
        if (length < 0 || from + (long) length > body.remaining()) {
            throw FRAME.damaged("a matrix goes beyond its end", null);
        }
        byte[] part = new byte[length];
        body.get(from, part);
        return part;
    }

    private static Fold fold(byte[] train, byte[] valid) {
        try {
            return new Fold(MatrixFile.read(train), MatrixFile.read(valid));
        } catch (IllegalArgumentException e) {
            throw FRAME.damaged(String.valueOf(e.getMessage()), e);
        }
    }
}
