package dev.signalbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may know whom. An empty rule fails, so that none of them guards a room that has moved.
@AnalyzeClasses(packages = "dev.signalbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {
    private static final String[] TEAMS = {"data", "model", "agent", "registry"};

    @ArchTest
    static final ArchRule contractsKnowNobody = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.contract..")
            .should()
            .dependOnClassesThat(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("dev.signalbox..")
                            .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                            "dev.signalbox.contract.."))))
            .because("everybody meets in the contracts");

    @ArchTest
    static final ArchRule runtimeKnowsNoTeam = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.signalbox.data..",
                    "dev.signalbox.model..",
                    "dev.signalbox.agent..",
                    "dev.signalbox.registry..");

    @ArchTest
    static final ArchRule dataKnowsNoOtherTeam = team("data");

    @ArchTest
    static final ArchRule modelKnowsNoOtherTeam = team("model");

    @ArchTest
    static final ArchRule agentKnowsNoOtherTeam = team("agent");

    @ArchTest
    static final ArchRule registryKnowsNoOtherTeam = team("registry");

    @ArchTest
    static final ArchRule functionsDoNotKnowTheLaptop = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.signalbox.contract..",
                    "dev.signalbox.runtime..",
                    "dev.signalbox.aws..",
                    "dev.signalbox.data..",
                    "dev.signalbox.model..",
                    "dev.signalbox.agent..",
                    "dev.signalbox.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.signalbox.cli..", "dev.signalbox.asl..");

    @ArchTest
    static final ArchRule nobodyKnowsTheDeployment = noClasses()
            .that()
            .resideOutsideOfPackage("dev.signalbox.infra..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.signalbox.infra..",
                    "software.amazon.awscdk..",
                    "software.constructs..",
                    "io.github.cdklabs..");

    @ArchTest
    static final ArchRule theDeploymentKnowsNoTeamAndNoLaptop = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.infra..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.signalbox.data..",
                    "dev.signalbox.model..",
                    "dev.signalbox.agent..",
                    "dev.signalbox.registry..",
                    "dev.signalbox.aws..",
                    "dev.signalbox.cli..",
                    "dev.signalbox.asl..")
            .because("it names handlers and carries zips; what is in them is their teams'");

    @ArchTest
    static final ArchRule theEngineKnowsNothingOfSignalbox = classes()
            .that()
            .resideInAPackage("dev.signalbox.asl..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.signalbox.asl..",
                    "java..",
                    "javax..",
                    "com.fasterxml.jackson..",
                    "com.dashjoin..",
                    "org.sqlite..",
                    "org.jspecify..")
            .because("it could be published on its own");

    @ArchTest
    static final ArchRule onlyTheAdaptersKnowTheAwsSdk = noClasses()
            .that()
            .resideOutsideOfPackage("dev.signalbox.aws..")
            .and()
            // A chat model of LangChain4j's kind on the SDK's client of Bedrock; loaded where a pipeline asks for it.
            .doNotHaveFullyQualifiedName("dev.signalbox.agent.planner.llm.BedrockModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("the ports stand between; only an adapter module knows the SDK");

    @ArchTest
    static final ArchRule nobodyKnowsTheAdapters = noClasses()
            .that()
            .resideOutsideOfPackage("dev.signalbox.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.signalbox.aws..")
            .because("they are found by URI, so that a stage runs the same on a laptop");

    @ArchTest
    static final ArchRule theAdaptersKnowThePortsAlone = classes()
            .that()
            .resideInAPackage("dev.signalbox.aws..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.signalbox.aws..",
                    "dev.signalbox.runtime..",
                    "dev.signalbox.contract..",
                    "software.amazon.awssdk..",
                    "com.fasterxml.jackson..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theAgentTouchesNeitherDataNorModels = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.agent..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..", "ml.dmlc..", "io.github.metarank..", "java.sql..");

    @ArchTest
    static final ArchRule theAgentReachesTheNetworkForALanguageModelAlone = noClasses()
            .that()
            .resideInAPackage("dev.signalbox.agent..")
            .and()
            .resideOutsideOfPackage("dev.signalbox.agent.planner.llm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "dev.langchain4j..")
            .because("all other planners are functions of the view, and start without these classes");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("dev.signalbox.(*)..").should().beFreeOfCycles();

    private static ArchRule team(String own) {
        String[] others = java.util.Arrays.stream(TEAMS)
                .filter(team -> !team.equals(own))
                .map(team -> "dev.signalbox." + team + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.signalbox." + own + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("teams meet in the contracts and nowhere else");
    }
}
