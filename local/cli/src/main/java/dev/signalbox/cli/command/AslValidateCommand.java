package dev.signalbox.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.validate.Finding;
import dev.signalbox.asl.validate.FindingCode;
import dev.signalbox.asl.validate.SubstitutionRules;
import dev.signalbox.asl.validate.Validations;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Validates definitions.
@Command(
        name = "validate",
        description = "Validate a definition, or every one in a folder, as ValidateStateMachineDefinition does.",
        footer = {
            "",
            "Examples:",
            "  signalbox asl validate statemachines --allow-substitutions",
            "  signalbox asl validate m.asl.json --substitution WorkFunction=work --substitution Bucket=incoming",
            "  signalbox asl validate m.asl.json --substitutions values.json --json"
        })
final class AslValidateCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SubstitutionOptions substitutions = new SubstitutionOptions();

    @Option(
            names = "--allow-substitutions",
            description = "The definitions are templates: a $${NAME} without a value is a function where a function"
                    + " is named, and a warning elsewhere.")
    private boolean template;

    @Parameters(
            paramLabel = "FILE|DIR",
            description = "A definition, or a folder of *.asl.json, *.asl and definition.json.")
    private Path path = Path.of("");

    @Override
    public Integer call() {
        List<Validations> all = validations();
        boolean sound = all.stream().allMatch(Validations::sound);
        if (common.json()) {
            printJson(all, sound);
        } else {
            all.forEach(this::print);
            hint(all);
        }
        return (sound ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private List<Validations> validations() {
        try {
            List<Validations> all = Validations.of(path, new SubstitutionRules(substitutions.values(), template));
            if (all.isEmpty()) {
                throw new InvalidInput(
                        "There is no definition in " + path + ".",
                        "Definitions are named *.asl.json, *.asl or definition.json.");
            }
            return all;
        } catch (IOException e) {
            throw new InvalidInput("There is no file or folder " + path + " that can be read.", "Check the path.", e);
        }
    }

    private void print(Validations file) {
        common.out().println(file.file() + ": " + (file.sound() ? "sound" : "not sound"));
        for (Finding finding : file.findings()) {
            common.out()
                    .println("  " + finding.severity() + " " + finding.code() + " at "
                            + (finding.location().isEmpty() ? "/" : finding.location()));
            common.out().println("    " + finding.message());
        }
    }

    private void hint(List<Validations> all) {
        boolean unresolved = all.stream()
                .flatMap(file -> file.findings().stream())
                .anyMatch(finding -> finding.code() == FindingCode.UNRESOLVED_SUBSTITUTION);
        if (unresolved && !template) {
            common.out()
                    .println("Give values with --substitution NAME=VALUE or --substitutions FILE, or say"
                            + " --allow-substitutions where a deployment gives them.");
        }
    }

    private void printJson(List<Validations> all, boolean sound) {
        ObjectNode document = ContractJson.LENIENT.createObjectNode();
        document.put("result", sound ? "OK" : "FAIL");
        ArrayNode files = document.putArray("files");
        for (Validations file : all) {
            ObjectNode entry = files.addObject();
            entry.put("file", file.file().toString());
            entry.put("result", file.sound() ? "OK" : "FAIL");
            ArrayNode diagnostics = entry.putArray("diagnostics");
            file.findings().forEach(finding -> diagnostics.add(finding.toJson()));
        }
        common.printJson(document);
    }
}
