package dev.signalbox.asl.validate;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The findings about definitions in files.
///
/// @param file the file, as it was given or found below the folder
/// @param findings what is wrong with it, in document order; empty when it is sound
public record Validations(Path file, List<Finding> findings) {

    /// Copies the list.
    public Validations {
        findings = List.copyOf(findings);
    }

    /// Whether the definition can run: nothing of severity ERROR was found.
    public boolean sound() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /// Validates a file, or every definition in a folder and below it: files named `*.asl.json`, `*.asl` or
    /// `definition.json`, in the order of their paths.
    ///
    /// @throws IOException when the path does not exist or cannot be read; a file that is no text is a
    ///     finding
    public static List<Validations> of(Path path) throws IOException {
        return of(path, SubstitutionRules.NONE);
    }

    /// Validates as [#of(Path)] does, with the same substitutions for every definition.
    public static List<Validations> of(Path path, SubstitutionRules rules) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(one(path, rules));
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(Validations::isDefinition)
                    .sorted()
                    .toList();
            List<Validations> all = new ArrayList<>();
            for (Path file : files) {
                all.add(one(file, rules));
            }
            return List.copyOf(all);
        }
    }

    private static Validations one(Path file, SubstitutionRules rules) throws IOException {
        try {
            return new Validations(file, Validator.validate(Files.readString(file), rules));
        } catch (MalformedInputException e) {
            Finding finding = new Finding(
                    Severity.ERROR,
                    FindingCode.INVALID_JSON_DESCRIPTION,
                    "The file is not UTF-8 text: " + e.getMessage(),
                    "");
            return new Validations(file, List.of(finding));
        }
    }

    private static boolean isDefinition(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".asl.json") || name.endsWith(".asl") || name.equals("definition.json");
    }
}
