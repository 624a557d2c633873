package dev.signalbox.registry.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Renders a story as HTML. Texts are escaped by the template engine; only charts and the style sheet, which
/// are made here, are put in as they are.
final class ReportPage {
    private final Mustache.Compiler compiler = Mustache.compiler()
            .withLoader(ReportPage::template)
            .withEscaper(ReportPage::escaped)
            .defaultValue("")
            .emptyStringIsFalse(true);

    String render(Story story) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("style", resource("style.css"));
        VerdictSection.addTo(model, story);
        FigureCards.addTo(model, story);
        LeaderboardSection.addTo(model, story);
        QualitySection.addTo(model, story);
        RelianceSection.addTo(model, story);
        GateSection.addTo(model, story);
        DecisionsSection.addTo(model, story);
        FindingsSection.addTo(model, story);
        ColumnsSection.addTo(model, story);
        PathSection.addTo(model, story);
        ProvenanceSection.addTo(model, story);
        LimitsSection.addTo(model, story);
        return readTemplate().execute(model);
    }

    Template readTemplate() {
        return compiler.compile(template("page"));
    }

    /// Text for HTML and for XML alike: control characters, which neither may hold, become spaces.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((Character.isISOControl(c) && c != '\n') || c >= 0xFFFE ? ' ' : c);
            }
        }
        return escaped.toString();
    }

    private static Reader template(String name) {
        return new StringReader(resource(name + ".mustache"));
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new UnexpectedFailure("The report's " + name + " is not in the jar.", "Build the project again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnexpectedFailure("The report's " + name + " cannot be read.", "Build the project again.", e);
        }
    }
}
