package dev.signalbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.signalbox.runtime.StageHandler;

/// How code is written, whoever writes it.
@AnalyzeClasses(packages = "dev.signalbox", importOptions = ImportOption.DoNotIncludeTests.class)
class CodeTest {
    @ArchTest
    static final ArchRule onlyTheCommandLineUsesStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackages("dev.signalbox.cli..", "dev.signalbox.bench..")
            .and()
            // What cdk runs: it shows people what is written there.
            .doNotHaveFullyQualifiedName("dev.signalbox.infra.SignalboxApp")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nobodyThrowsGenericExceptions = noClasses().should(THROW_GENERIC_EXCEPTIONS);

    @ArchTest
    static final ArchRule timeComesFromTheEnvironment = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.signalbox.data..",
                    "dev.signalbox.model..",
                    "dev.signalbox.agent..",
                    "dev.signalbox.registry..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .because("two runs of the same input must be the same run");

    @ArchTest
    static final ArchRule chanceComesFromTheSeed = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.signalbox.data..",
                    "dev.signalbox.model..",
                    "dev.signalbox.agent..",
                    "dev.signalbox.registry..")
            .should()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .because("two runs of the same input must be the same run");

    @ArchTest
    static final ArchRule everyHandlerExtendsTheOneEdge = classes()
            .that()
            .implement(RequestStreamHandler.class)
            .and()
            .doNotHaveFullyQualifiedName(StageHandler.class.getName())
            .and()
            // Takes people's answers over HTTP; no stage of a run.
            .doNotHaveFullyQualifiedName("dev.signalbox.registry.answer.AnswerHandler")
            .should()
            .beAssignableTo(StageHandler.class)
            .andShould()
            .haveSimpleNameEndingWith("Handler");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Info");
}
