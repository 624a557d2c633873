package dev.signalbox.cli.command;

import dev.signalbox.asl.ExecutionRefusedException;
import dev.signalbox.asl.durable.CheckpointFailedException;
import dev.signalbox.cli.run.RunDocument;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says what went wrong in words; never as a stack trace.
final class FailureReport implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        RunDocument.Failure said = switch (failure) {
            case StageFailure known ->
                new RunDocument.Failure(
                        known.getClass().getSimpleName(),
                        StageFailure.messageOf(String.valueOf(known.getMessage())),
                        StageFailure.hintOf(String.valueOf(known.getMessage())));
            case ExecutionRefusedException refused ->
                new RunDocument.Failure("InvalidInput", String.valueOf(refused.getMessage()), "See signalbox runs.");
            case CheckpointFailedException stopped ->
                new RunDocument.Failure(
                        "DependencyUnavailable",
                        String.valueOf(stopped.getMessage()),
                        "What is finished is kept. Free some space or repair the folder, then go on with signalbox resume.");
            default ->
                new RunDocument.Failure(
                        "UnexpectedFailure",
                        "A defect: " + failure + ".",
                        "Please report it with the command that you typed.");
        };
        ErrorLines.print(command, command.getParseResult().hasMatchedOption("--json"), said);
        return (failure instanceof InvalidInput ? ExitCode.USAGE : ExitCode.FAILED).code();
    }
}
