package dev.signalbox.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Screen NARROW = new Screen(true, 20);

    @Test
    void cutsALineSoThatTheCursorStaysInItsRow() {
        assertThat(NARROW.cut("1234567890123456789")).hasSize(19);
        assertThat(NARROW.cut("12345678901234567890")).isEqualTo("123456789012345678…");
        assertThat(Screen.NONE.cut("x".repeat(500))).hasSize(500);
    }

    @Test
    void wrapsWordsBesideAnIndent() {
        assertThat(NARROW.wrap("one two three four", 8)).isEqualTo("one two\nthree four");
    }

    @Test
    void leavesALongWordWhole() {
        assertThat(NARROW.wrap("see /a/very/long/path/of/a/report.html there", 8))
                .isEqualTo("see\n/a/very/long/path/of/a/report.html\nthere");
        assertThat(NARROW.wrap("/a/very/long/path/of/a/report.html", 8)).doesNotContain("\n");
    }

    @Test
    void leavesTextForPipesAsItIs() {
        assertThat(Screen.NONE.wrap("one two three four five six", 12)).isEqualTo("one two three four five six");
    }
}
