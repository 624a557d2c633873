package dev.signalbox.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of docs/security.md is the roles of the template: a right more or less fails here, until it is
/// written there with `mvn -pl infra -am -Dtest=SecurityPageTest -Dsignalbox.write=true test` and reviewed.
class SecurityPageTest {
    private static final String BEGIN = "<!-- rights: begin -->\n";
    private static final String END = "<!-- rights: end -->\n";
    private static final Path PAGE = Deployment.ROOT.resolve("docs/security.md");

    @Test
    void listsTheRightsOfEachRoleAsTheTemplateHasThem() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String written = page.substring(begin, end);
        String table = table(Rights.of(Deployment.prod()));

        if (Boolean.getBoolean("signalbox.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
            return;
        }
        assertThat(written).isEqualTo(table);
    }

    private static String table(Map<String, Rights> roles) {
        StringBuilder table = new StringBuilder("| role | may | on | where the partition is |\n|---|---|---|---|\n");
        roles.forEach((role, rights) -> rights.statements()
                .forEach(statement -> table.append("| ")
                        .append(role)
                        .append(" | ")
                        .append(listed(statement.actions()))
                        .append(" | ")
                        .append(listed(statement.resources()))
                        .append(" | ")
                        .append(listed(statement.leadingKeys()))
                        .append(" |\n")));
        return table.toString();
    }

    private static String listed(List<String> texts) {
        return texts.stream().map(text -> "`" + text + "`").collect(Collectors.joining(" "));
    }
}
