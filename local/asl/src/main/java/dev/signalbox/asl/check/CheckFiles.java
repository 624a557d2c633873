package dev.signalbox.asl.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads the files of a case.
public final class CheckFiles {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CheckFiles() {}

    /// Reads a JSON file.
    ///
    /// @throws CheckException when it is missing, unreadable, empty or no JSON, with the place of the fault
    public static JsonNode json(Path file) throws CheckException {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (json.isMissingNode()) {
                throw new CheckException(file.getFileName() + " is empty; expected JSON");
            }
            return json;
        } catch (NoSuchFileException e) {
            throw new CheckException(file.getFileName() + " is missing");
        } catch (JsonProcessingException e) {
            throw new CheckException(file.getFileName() + " is not JSON: " + e.getOriginalMessage() + " at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new CheckException(file.getFileName() + " cannot be read: " + e);
        }
    }

    /// Reads a mock configuration; none where the file is absent.
    ///
    /// @throws CheckException when the file is no JSON, or not of the format
    public static @Nullable MockConfig mocks(Path file) throws CheckException {
        return Files.exists(file) ? MockConfig.read(json(file)) : null;
    }
}
