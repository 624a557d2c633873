package dev.signalbox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.runtime.Digests;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What goes to AWS. Needs the zips, so it runs in the phase after `package`.
class LambdaZipIT {
    /// Of all files together. Lambda's own limit is 250 MB.
    private static final long MOST_BYTES = 150_000_000;

    private static final Map<String, List<String>> NATIVES = Map.of(
            "data", List.of("libduckdb_java.so"),
            "model",
                    List.of(
                            "lib_lightgbm.so",
                            "lib_lightgbm_swig.so",
                            "libduckdb_java.so",
                            "libgomp.so.1",
                            "libxgboost4j.so"),
            "agent", List.of(),
            "registry", List.of());

    static final List<String> MODULES = LambdaZip.MODULES;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("MODULES")
    void isSmallEnoughToStartFast(String module) {
        assertThat(LambdaZip.read(module).unpackedBytes()).isBetween(1_000_000L, MOST_BYTES);
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void bringsNoNativeLibraryButItsOwnForLinuxOnX86(String module) {
        LambdaZip zip = LambdaZip.read(module);

        assertThat(zip.nativesInsideJars()).isEmpty();
        assertThat(zip.entries().stream().filter(LambdaZip.Entry::isNative))
                .allSatisfy(entry -> assertThat(NativeFormat.of(entry.bytes()))
                        .as(entry.name())
                        .isEqualTo(NativeFormat.LINUX_X86_64));
        assertThat(zip.entries().stream().filter(LambdaZip.Entry::isNative).map(LambdaZip.Entry::name))
                .containsExactlyInAnyOrderElementsOf(
                        NATIVES.get(module).stream().map(name -> "lib/" + name).toList());
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void bringsTheAdaptersOfAwsAndNothingOfTheLaptopOrOfTests(String module) {
        List<String> library = LambdaZip.read(module).library();

        assertThat(library.stream().filter(jar -> jar.startsWith("signalbox-")).map(jar -> jar.split("-0")[0]))
                .containsExactlyInAnyOrder("signalbox-aws", "signalbox-contract", "signalbox-runtime");
        assertThat(library)
                .noneMatch(jar -> jar.matches("(sqlite|picocli|jsonata|junit|assertj|jqwik|netty|s3proxy|DynamoDBLocal"
                        + "|aws-lambda-java-runtime).*|.*-tests\\.jar"));
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void hasABillOfMaterialsThatListsEachOfItsJars(String module) throws IOException {
        Path bill = LambdaZip.file(module).resolveSibling("signalbox-" + module + "-lambda.cdx.json");
        JsonNode root = ContractJson.LENIENT.readTree(Files.readAllBytes(bill));

        assertThat(root.has("serialNumber")).isFalse();
        assertThat(root.at("/metadata/timestamp").isMissingNode()).isTrue();
        assertThat(root.path("components").findParents("purl"))
                .allSatisfy(component ->
                        assertThat(component.path("licenses").isEmpty()).isFalse())
                .map(component -> component.path("name").asText())
                .containsAll(jarNames(module));
    }

    /// Without versions.
    private static List<String> jarNames(String module) {
        return LambdaZip.read(module).library().stream()
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.replaceFirst("(-[0-9][^/]*)?\\.jar$", ""))
                .toList();
    }

    /// A zip that carried the time of its build would be deployed again although nothing has changed.
    @ParameterizedTest
    @FieldSource("MODULES")
    void carriesOneDateWhicheverDayItWasBuilt(String module) {
        assertThat(LambdaZip.read(module).entries().stream()
                        .map(LambdaZip.Entry::changed)
                        .distinct())
                .hasSize(1);
    }

    /// A zip that carried the modes of the builder's umask would differ from builder to builder; so would
    /// the jars in it.
    @ParameterizedTest
    @FieldSource("MODULES")
    void carriesOneModeWhateverTheUmaskOfWhoBuiltIt(String module) throws IOException {
        assertThat(ZipModes.of(LambdaZip.file(module))).isSubsetOf(Set.of("rw-r--r--", "rwxr-xr-x"));
        LambdaZip.read(module).unpackTo(folder);
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            for (Path jar : jars.filter(ZipModes::isOurs).toList()) {
                assertThat(ZipModes.of(jar)).as(jar.toString()).isSubsetOf(Set.of("rw-r--r--", "rwxr-xr-x"));
            }
        }
    }

    @Test
    void theBillOfMaterialsListsTheNativeLibrariesThatNoJarOfMavenBrings() throws IOException {
        JsonNode bill = ContractJson.LENIENT.readTree(
                Files.readAllBytes(LambdaZip.file("model").resolveSibling("signalbox-model-lambda.cdx.json")));
        Map<String, byte[]> files = LambdaZip.read("model").entries().stream()
                .collect(Collectors.toMap(LambdaZip.Entry::name, LambdaZip.Entry::bytes));

        for (String library : List.of("libgomp.so.1", "lib_lightgbm.so")) {
            JsonNode component = StreamSupport.stream(bill.path("components").spliterator(), false)
                    .filter(one -> one.path("name").asText().equals(library))
                    .findFirst()
                    .orElseThrow();

            assertThat(component.at("/hashes/0/alg").asText()).isEqualTo("SHA-256");
            assertThat(component.at("/hashes/0/content").asText())
                    .isEqualTo(Digests.sha256(files.get("lib/" + library)));
            assertThat(component.path("licenses").isEmpty()).isFalse();
            assertThat(component.path("version").asText()).isNotEmpty();
        }
    }

    @Test
    void modelLoadsItsNativesFromTheUnpackedZip() throws IOException, InterruptedException {
        assertThat(loadedNatives("model", "LightGBM", "XGBoost", "DuckDB")).isEqualTo(NATIVES.get("model"));
    }

    @Test
    void dataLoadsItsNativesFromTheUnpackedZip() throws IOException, InterruptedException {
        assertThat(loadedNatives("data", "DuckDB")).isEqualTo(NATIVES.get("data"));
    }

    /// In a process of its own, with no other class or library path than Lambda's.
    private List<String> loadedNatives(String module, String... libraries) throws IOException, InterruptedException {
        LambdaZip.read(module).unpackTo(folder);
        Path tests = Sources.ROOT.resolve("architecture/target/test-classes");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        String.join(File.pathSeparator, folder + "/", folder + "/lib/*", tests.toString()),
                        LoadedNatives.class.getName(),
                        folder.resolve("lib").toRealPath().toString(),
                        String.join(",", libraries))
                .redirectErrorStream(true);
        java.environment().put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
        Process process = java.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
