package dev.signalbox.registry.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.profile.Histogram;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.registry.words.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportPageTest {
    private static final Pattern LOADED =
            Pattern.compile("<script|<link|<img|<iframe|@import|url\\(|\\ssrc=|href=\"(?!#)", Pattern.CASE_INSENSITIVE);

    static Stream<Story> stories() {
        return Stream.of(Stories.promoted(), Stories.rejected(), Stories.regression(), Stories.quarantined());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void isWellFormedAndLoadsNothing(Story story) throws Exception {
        String html = new ReportPage().render(story);

        assertThat(parse(html).getDocumentElement().getTagName()).isEqualTo("html");
        assertThat(LOADED.matcher(html).find()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void canBeReadWithoutSeeing(Story story) throws Exception {
        Document page = parse(new ReportPage().render(story));

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
        each(
                page,
                "table",
                table -> assertThat(table.getElementsByTagName("caption").getLength())
                        .isEqualTo(1));
        each(
                page,
                "svg",
                svg -> assertThat(svg.hasAttribute("aria-label") || svg.hasAttribute("aria-labelledby"))
                        .isTrue());
        each(page, "th", cell -> assertThat(cell.getAttribute("scope")).isIn("row", "col"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void linksToPlacesThatExistAndIdsThatAreUnique(Story story) throws Exception {
        Document page = parse(new ReportPage().render(story));
        List<String> ids = attributes(page, "id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(attributes(page, "href")).allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void worksForEveryOutcome(Outcome outcome) throws Exception {
        for (Story story : List.of(Stories.promoted(), Stories.quarantined())) {
            assertThat(parse(new ReportPage().render(with(story, outcome)))
                            .getElementsByTagName("h1")
                            .getLength())
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsTheWholeStory() {
        assertThat(new ReportPage().render(Stories.promoted()))
                .contains("A new model for credit is in production")
                .contains("0.846", "0.820 to 0.872")
                .contains("ROC curve", "Precision and recall", "Calibration", "Confusion on holdout rows")
                .contains("What the model relies on", "Weakest groups of rows")
                .contains("no worse than the champion")
                .contains("Blend lgbm-1, xgb-2, linear")
                .contains("gives the answer away")
                .contains("signalbox run credit.csv --target default --pipeline credit")
                .contains("What this cannot say");
    }

    @Test
    void escapesWhatTheDataBrought() throws Exception {
        String hostile = "<script>alert('1')</script>\" & \u0001";
        Story plain = Stories.promoted();
        Story story = new Story(
                plain.request(),
                Stories.manifest("<script>.csv", hostile),
                new DatasetProfile(10, List.of(column(hostile)), 0, hostile, Task.BINARY),
                List.of(new Finding(
                        FindingCode.LEAKAGE,
                        Severity.ERROR,
                        hostile,
                        "message " + hostile,
                        new TreeMap<>(),
                        List.of())),
                plain.evaluation(),
                plain.gate(),
                plain.decisions(),
                plain.entries(),
                plain.champion());
        String html = new ReportPage().render(story);

        assertThat(html).doesNotContain("<script").doesNotContain("\u0001").contains("&lt;script&gt;");
        assertThat(parse(html).getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void drawsHistogramsWhoseBinsAreOfEqualCount() {
        double[] heights = ColumnsSection.evenly(new Histogram(List.of(0.0, 1.0, 24.0, 24.0), List.of(23L, 23L, 5L)));

        assertThat(heights[0]).isEqualTo(23);
        assertThat(heights[1]).isEqualTo(1);
        assertThat(heights[23]).isEqualTo(6);
    }

    @Test
    void writesNumbersAsPeopleDo() {
        assertThat(Text.number(0.03124)).isEqualTo("0.0312");
        assertThat(Text.number(-23_412.4)).isEqualTo("−23,412");
        assertThat(Text.score(0.5)).isEqualTo("0.500");
        assertThat(Text.score(24.31)).isEqualTo("24.3");
        assertThat(Text.percent(0.0018)).isEqualTo("0.2%");
        assertThat(Text.duration(250_000)).isEqualTo("4 min 10 s");
        assertThat(Text.count(1, "row")).isEqualTo("1 row");
    }

    private static Story with(Story story, Outcome outcome) {
        ReportRequest old = story.request();
        ReportRequest request = new ReportRequest(
                old.run(),
                outcome,
                old.reason(),
                old.dataset(),
                old.rows(),
                old.profile(),
                old.findings(),
                old.prepared(),
                old.evaluation(),
                old.candidates(),
                old.gate(),
                old.version(),
                old.decisions(),
                old.failure());
        return new Story(
                request,
                story.manifest(),
                story.profile(),
                story.findings(),
                story.evaluation(),
                story.gate(),
                story.decisions(),
                story.entries(),
                null);
    }

    private static ColumnProfile column(String name) {
        return new ColumnProfile(
                name,
                ColumnType.TEXT,
                0,
                1,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new ValueCount(name, 10)),
                null);
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static void each(Document page, String tag, Consumer<Element> check) {
        NodeList found = page.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            check.accept((Element) found.item(i));
        }
    }

    private static List<String> attributes(Document page, String name) {
        List<String> values = new ArrayList<>();
        each(page, "*", element -> {
            if (element.hasAttribute(name)) {
                values.add(element.getAttribute(name));
            }
        });
        return values;
    }
}
